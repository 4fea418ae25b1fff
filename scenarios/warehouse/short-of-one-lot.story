story: One lot of two is short; it alone is counted
given 5 MILK at LYON in lot L1 best before 2026-05-01
and 5 MILK at LYON in lot L2 best before 2026-06-01
when ACME orders SO-1: 10 MILK
and LYON picks 5 MILK of lot L1 of R-1
and LYON picks 3 MILK of lot L2 of R-1, 2 not found
then SO-1 line 1: 8 picked, 2 backordered
and LYON has 2 MILK held in lot L2
and a case short_pick is open for warehouse_lead
when LYON counts 3 MILK of lot L2 by ann
when ben approves CC-1
then LYON has 0 MILK held in lot L2
