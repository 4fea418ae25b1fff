story: Two cartons of one release leave and arrive on their own
given 10 BOLT at LYON
when ACME orders SO-1: 10 BOLT
and LYON acknowledges R-1
and LYON picks all of R-1
and LYON packs 6 BOLT of R-1
and LYON packs 4 BOLT of R-1
and POST accepts SH-1
and HU-1 of SH-1 leaves
and SH-1 is delivered
then SO-1 line 1: 6 delivered, 4 packed
when HU-2 of SH-1 leaves
then SO-1 line 1: 6 delivered, 4 shipped
when SH-2 is delivered
then SO-1 line 1: 10 delivered
