story: What was picked can be put back, and no more than that
given 10 BOLT at LYON
when ACME orders SO-1: 10 BOLT
and LYON picks 6 BOLT of R-1
and LYON puts back 2 BOLT of R-1
then SO-1 line 1: 4 picked, 6 released
and LYON has of BOLT: 6 allocated, 4 staged
when LYON picks 6 BOLT of R-1
and LYON packs R-1
when LYON unpacks HU-1
then SO-1 line 1: 10 picked
when LYON packs R-1
then SO-1 line 1: 10 packed
and SH-1 is tendered
and no case is open
