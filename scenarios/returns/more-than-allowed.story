story: More comes back than was allowed, or than there ever was
given 10 BOLT at LYON
when ACME orders SO-1: 10 BOLT
and R-1 goes out
and finance posts INV-1
and SH-1 is delivered
and a return of 4 BOLT of SO-1 is authorised
and LYON takes back 6 BOLT on RMA-1 under GR-1
then SO-1 line 1: 4 delivered, 6 returned
and a case over_return is open for customer_service
and CM-1 comes to 15.00 EUR
when LYON takes back 6 BOLT of SO-1 line 1 under GR-2
then SO-1 line 1: 10 returned
and LYON has 12 BOLT return_quarantine
and a case blind_receipt is open for customer_service
and a case return_unauthorised is open for customer_service
