story: A late confirmation names the lots that were really picked
given 5 MILK at LILLE in lot L1 best before 2026-05-01
and 5 MILK at LILLE in lot L2 best before 2026-06-01
when ACME orders SO-1: 8 MILK
and it is 2026-03-02 18:01
and LILLE confirms note DN-1 for R-1: 3 MILK of lot L1 status CC, 5 MILK of lot L2 status CC
then SO-1 line 1: 8 shipped
and LILLE has 2 MILK available in lot L1
and LILLE has 0 MILK available in lot L2
