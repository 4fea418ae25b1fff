story: The lot that expires first goes first, and nobody gets what is too old for him
# DELTA wants 30 days of shelf life left.
given 5 MILK at LYON in lot L1 best before 2026-03-20
and 10 MILK at LYON in lot L2 best before 2026-05-01
and 10 MILK at LYON in lot L3 best before 2026-06-01
when DELTA orders SO-1: 4 MILK
then R-1 sends 4 MILK of lot L2 for SO-1 to LYON
when ACME orders SO-2: 6 MILK
then R-2 sends 1 MILK of lot L2, 5 MILK of lot L1 for SO-2 to LYON
and LYON has 5 MILK available in lot L2
when DELTA orders SO-3: 20 MILK
then SO-3 line 1: 15 released, 5 backordered
and a case backordered is open for purchasing
