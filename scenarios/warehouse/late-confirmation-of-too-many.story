story: A late confirmation of more than was asked for ships what was asked, and the rest is in suspense
given 20 BOLT at LILLE
when ACME orders SO-1: 10 BOLT
and it is 2026-03-02 18:01
and LILLE confirms note DN-1 for R-1: 12 BOLT status CC
then SO-1 line 1: 10 shipped
and a case over_pick is open for warehouse_lead
and LILLE has of BOLT: 8 available, 2 suspense
when 5 hours pass
then no case release_unacknowledged is open
