story: A wrong invoice is reversed by a credit memo and its units are billed again
given 10 BOLT at LYON
when ACME orders SO-1: 10 BOLT
and R-1 goes out
and finance posts INV-1
and INV-1 is reversed and billed again, approved by ben
then CM-1 comes to 25.00 EUR
and SO-1 line 1 is billed: 10 invoiced
when finance posts CM-1
then SO-1 line 1 is billed: 10 billable
and ACME owes 0.00 EUR
and INV-2 comes to 25.00 EUR
when finance posts INV-2
then ACME owes 25.00 EUR
and SO-1 line 1 is billed: 10 invoiced
and no case is open
