story: Returns that do not come, and returns that nobody inspects
given 10 BOLT at LYON
when ACME orders SO-1: 10 BOLT
and R-1 goes out
and finance posts INV-1
and SH-1 is delivered
and ACME pays INV-1
and a return of 4 BOLT of SO-1 is authorised
and LYON takes back 1 BOLT on RMA-1
and finance posts CM-1
and 4 days pass
then a case return_uninspected is open for warehouse_lead
when ann inspects 1 of RMA-1: restock
and 31 days pass
then RMA-1 is closed
and SO-1 line 1: 9 delivered, 1 returned
