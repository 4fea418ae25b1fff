story: A return that inspection denies goes back and is owed again
given 10 BOLT at LYON
when ACME orders SO-1: 10 BOLT
and R-1 goes out
and finance posts INV-1
and SH-1 is delivered
and a return of 4 BOLT of SO-1 is authorised
and LYON takes back 4 BOLT on RMA-1
and finance posts CM-1
then ACME owes 15.00 EUR
when ann inspects 4 of RMA-1: deny
then SO-1 line 1: 10 delivered
and SO-1 line 1 is billed: 6 invoiced, 4 billable
and INV-2 comes to 10.00 EUR
when finance posts INV-2
then ACME owes 25.00 EUR
and LYON has of BOLT: 0 available
and no case is open
