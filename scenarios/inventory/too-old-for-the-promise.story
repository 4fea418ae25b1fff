story: Goods come in that are too old for whom they were promised
given supply PO-7 of 10 MILK at LYON due 2026-03-04
when DELTA orders SO-1: 10 MILK
then SO-1 line 1: 10 promised
when LYON receives 10 MILK of supply PO-7 in lot L1 best before 2026-03-20
then SO-1 line 1: 10 backordered
and LYON has 10 MILK available
when ACME orders SO-2: 4 MILK
then SO-2 line 1: 4 released
