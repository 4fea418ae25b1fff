story: What the carrier loses is credited, and billed again when it turns up
given 10 BOLT at LYON
when ACME orders SO-1: 10 BOLT
and R-1 goes out
and finance posts INV-1
and 4 BOLT of SH-1 are lost, approved by ann
then SO-1 line 1: 6 shipped, 4 lost
and SO-1 line 1 is billed: 6 invoiced, 4 credit_due
and CM-1 comes to 10.00 EUR
when finance posts CM-1
then SO-1 line 1 is billed: 6 invoiced, 4 credited
and ACME owes 15.00 EUR
when 4 BOLT of SH-1 are found at the customer
then SO-1 line 1: 6 shipped, 4 delivered
and SO-1 line 1 is billed: 6 invoiced, 4 billable
and INV-2 comes to 10.00 EUR
when finance posts INV-2
then ACME owes 25.00 EUR
and no case is open
