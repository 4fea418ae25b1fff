story: A site says which lot it puts back, damages or loses
given 6 MILK at LYON in lot L1 best before 2026-05-01
and 6 MILK at LYON in lot L2 best before 2026-06-01
when ACME orders SO-1: 10 MILK
and LYON picks 6 MILK of lot L1 of R-1
and LYON picks 4 MILK of lot L2 of R-1
and LYON puts back 2 MILK of lot L1 of R-1
then LYON has 2 MILK allocated in lot L1
and LYON has 4 MILK staged in lot L1
and LYON has 4 MILK staged in lot L2
when LYON damages 1 MILK of lot L2 of R-1 before it leaves
then LYON has 1 MILK held in lot L2
and LYON has 3 MILK staged in lot L2
and a case damaged_before_issue is open
and the story of SO-1 says of lot L2
# Without a lot nobody can tell which; the book takes one, and somebody looks
when LYON puts back 1 MILK of R-1
then a case lot_unknown is open for master_data
and SO-1 line 1: 4 released, 6 picked
