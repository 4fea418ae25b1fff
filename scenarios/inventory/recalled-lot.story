story: A recalled lot is not given out, and reservations on it are taken back
given 10 MILK at LILLE in lot L1 best before 2026-05-01
and 10 MILK at LILLE in lot L2 best before 2026-06-01
when ACME orders SO-1: 8 MILK
then SO-1 line 1: 8 reserved
and LILLE has 8 MILK allocated in lot L1
when 10 MILK of lot L1 at LILLE go on hold
then LILLE has 10 MILK held in lot L1
and LILLE has 8 MILK allocated in lot L2
and SO-1 line 1: 8 reserved
when it is 2026-03-02 18:01
then R-1 sends 8 MILK of lot L2 for SO-1 to LILLE
