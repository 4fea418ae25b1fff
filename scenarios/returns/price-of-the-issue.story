story: What comes back is credited at the price at which it left
given 20 BOLT at LYON
when ACME orders SO-1: 10 BOLT
and line 1 of SO-1 is repriced to 2.00
and R-1 goes out
and finance posts INV-1
then ACME owes 20.00 EUR
when line 1 of SO-1 is repriced to 1.00
and line 1 of SO-1 is amended to 12
and R-2 goes out
and finance posts INV-2
then ACME owes 22.00 EUR
when LYON takes back 12 BOLT of SO-1 line 1
then a case return_unauthorised is open for customer_service
and CM-1 comes to 20.00 EUR
when finance posts CM-1
and finance posts CM-2
then ACME owes 0.00 EUR
