story: An authorised return is received, inspected and credited
given 10 BOLT at LYON
when ACME orders SO-1: 10 BOLT
and R-1 goes out
and finance posts INV-1
and SH-1 is delivered
and a return of 4 BOLT of SO-1 is authorised
then RMA-1 is authorized
# No more than the customer has
when a return of 7 BOLT of SO-1 is authorised
then refused exceeds_shipped
when LYON takes back 4 BOLT on RMA-1 under GR-1
then SO-1 line 1: 6 delivered, 4 returned
and SO-1 line 1 is billed: 6 invoiced, 4 credit_due
and LYON has 4 BOLT return_quarantine
and CM-1 comes to 10.00 EUR
when LYON takes back 4 BOLT on RMA-1 under GR-1
then refused already_received
when finance posts CM-1
then SO-1 line 1 is billed: 6 invoiced, 4 credited
and ACME owes 15.00 EUR
when ann inspects 3 of RMA-1: restock
and ann inspects 1 of RMA-1: scrap
then LYON has of BOLT: 3 available
and RMA-1 is closed
and no case is open
