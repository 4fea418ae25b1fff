story: What was lost and credited comes back to the warehouse
given 10 BOLT at LYON
when ACME orders SO-1: 10 BOLT
and R-1 goes out
and finance posts INV-1
and 10 BOLT of SH-1 are lost, approved by ann
and finance posts CM-1
then SO-1 line 1 is billed: 10 credited
and SH-1 is lost
when LYON takes back 10 BOLT of SO-1 line 1 under GR-1
then SO-1 line 1: 10 returned
and SO-1 line 1 is billed: 10 credited
and LYON has 10 BOLT return_quarantine
and ACME owes 0.00 EUR
when ann inspects 10 of RMA-1: restock
then LYON has of BOLT: 10 available
and no case is open
