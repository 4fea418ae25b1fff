story: An order of which nothing left owes no freight
given 10 BOLT at LYON
when ACME orders SO-1: 10 BOLT; freight 5.00
and SO-1 is cancelled
and LYON stops R-1
then SO-1 line 1: 10 cancelled
and unbilled of ACME is 0.00 EUR
and order SO-1 is cancelled
and the exposure of ACME is 0.00 EUR
