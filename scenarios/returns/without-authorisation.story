story: Goods that nobody announced are received all the same
# A parcel with the order's number on it; then one with nothing on it, which is matched later.
given 10 BOLT at LYON
when ACME orders SO-1: 10 BOLT
and R-1 goes out
and finance posts INV-1
and SH-1 is delivered
and METZ takes back 2 BOLT of SO-1 line 1 under GR-1
then SO-1 line 1: 8 delivered, 2 returned
and METZ has 2 BOLT return_quarantine
and a case return_unauthorised is open for customer_service
and CM-1 comes to 5.00 EUR
when LYON takes back 3 BOLT from nobody knows whom under GR-2
then LYON has 3 BOLT return_quarantine
and a case blind_receipt is open for customer_service
and SO-1 line 1: 8 delivered, 2 returned
when RMA-2 turns out to be of SO-1 line 1
then SO-1 line 1: 5 delivered, 5 returned
and LYON has 0 BOLT suspense
and no case blind_receipt is open
and CM-2 comes to 7.50 EUR
when finance posts CM-1
and finance posts CM-2
then ACME owes 12.50 EUR
