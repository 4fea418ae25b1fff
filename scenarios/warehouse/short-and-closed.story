story: What is short and closed is cancelled and not sent from elsewhere
given 10 BOLT at LYON
and 10 BOLT at METZ
when ACME orders SO-1: 10 BOLT
and LYON picks 8 BOLT of R-1, 2 not found and closing the line
then SO-1 line 1: 8 picked, 2 cancelled
and a case short_pick is open
