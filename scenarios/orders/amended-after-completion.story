story: A finished order is raised and goes out again
given 20 BOLT at LYON
when ACME orders SO-1: 10 BOLT
and R-1 goes out
and SH-1 is delivered
and finance posts INV-1
and ACME pays INV-1
then order SO-1 is completed
when line 1 of SO-1 is amended to 12
then SO-1 line 1: 10 delivered, 2 released
when R-2 goes out
then INV-2 comes to 5.00 EUR
