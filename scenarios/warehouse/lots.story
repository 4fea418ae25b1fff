story: Another lot than the reserved one is swapped or questioned
# The site picks from the lot that stands in front. If the customer may have it, the two lots change places; if
# it is too old for him or on hold, somebody has to look.
given 10 MILK at LYON in lot L1 best before 2026-05-01
and 10 MILK at LYON in lot L2 best before 2026-06-01
and 10 MILK at LYON in lot L3 best before 2026-03-15
when DELTA orders SO-1: 10 MILK
then R-1 sends 10 MILK of lot L1 for SO-1 to LYON
when LYON picks 6 MILK of lot L2 of R-1
then SO-1 line 1: 6 picked, 4 released
and LYON has 6 MILK staged in lot L2
and LYON has 6 MILK available in lot L1
and LYON has 4 MILK available in lot L2
# Too old for DELTA, who wants 30 days
when LYON picks 4 MILK of lot L3 of R-1
then SO-1 line 1: 6 picked, 4 released
and a case lot_not_allowed is open for warehouse_lead
and LYON has 4 MILK suspense in lot L3
# They are put back, and the right ones are picked
when 4 MILK of lot L3 in suspense at LYON are found again
and LYON picks 4 MILK of lot L1 of R-1
then SO-1 line 1: 10 picked
and LYON has 10 MILK available in lot L3
