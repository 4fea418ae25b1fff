story: A count finds less than what is being picked
given 10 BOLT at LYON
when ACME orders SO-1: 8 BOLT
and LYON acknowledges R-1
and LYON picks 5 BOLT of R-1
and LYON counts 6 BOLT by ann, approved by ben
then LYON has of BOLT: 3 allocated, 5 staged
and a case count_difference is open
when LYON picks 1 BOLT of R-1, 2 not found
then LYON has of BOLT: 6 staged, 2 held
and a case short_pick is open
when LYON counts 6 BOLT by carl, approved by ben
then LYON has of BOLT: 6 staged
