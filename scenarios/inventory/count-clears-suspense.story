story: What a count finds more explains suspense first
# LYON took two bolts more than it was asked for: the book let them go, and nobody knew where to. They stand on
# the shelf again, and a count finds them, and three more that the book never had.
given 20 BOLT at LYON
when ACME orders SO-1: 10 BOLT
and LYON picks 12 BOLT of R-1
then LYON has of BOLT: 8 available, 10 staged, 2 suspense
and a case over_pick is open for warehouse_lead
when LYON counts 19 BOLT by ann, approved by ben
then LYON has of BOLT: 9 available, 10 staged, 1 suspense
when LYON counts 23 BOLT by ann, approved by ben
then LYON has of BOLT: 13 available, 10 staged
# What is missing is no explanation: suspense stays what it is
when LYON counts 20 BOLT by ann, approved by ben
then LYON has of BOLT: 10 available, 10 staged
