story: A site sends back what it has not picked, and ships the rest
given 10 BOLT at LYON
and 10 BOLT at METZ
when ACME orders SO-1: 10 BOLT
and LYON picks 6 BOLT of R-1
and LYON rejects R-1: no capacity
then SO-1 line 1: 6 picked, 4 released
when LYON packs R-1
then SH-1 is tendered
and LYON has of BOLT: 6 staged, 4 available
and R-2 sends 4 BOLT for SO-1 to METZ
