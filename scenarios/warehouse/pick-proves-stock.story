story: A pick proves that the goods are there, whatever the book says
# The book has 2 of lot L2. The site picks 5 of it and the customer may have them: 3 are found, and a count is
# ordered, as a book that was wrong once may be wrong again.
given 5 MILK at LYON in lot L1 best before 2026-05-01
and 2 MILK at LYON in lot L2 best before 2026-06-01
when ACME orders SO-1: 5 MILK
and LYON picks 5 MILK of lot L2 of R-1
then SO-1 line 1: 5 picked
and LYON has 5 MILK staged in lot L2
and LYON has 5 MILK available in lot L1
and LYON has 0 MILK available in lot L2
and a job request_count waits for wms:LYON
