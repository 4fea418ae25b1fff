story: What was not found on the shelf is found by the count
# The picker did not find 2 of 10. The count finds all 10 that the book has, and the two can be sold again.
given 10 BOLT at LYON
when ACME orders SO-1: 10 BOLT
and LYON picks 8 BOLT of R-1, 2 not found
then LYON has of BOLT: 2 held, 8 staged
and SO-1 line 1: 8 picked, 2 backordered
and a case short_pick is open for warehouse_lead
when LYON counts 10 BOLT by ann
then LYON has of BOLT: 2 allocated, 8 staged
and SO-1 line 1: 8 picked, 2 released
and there is no incident
