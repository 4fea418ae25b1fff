story: More than was asked for is in suspense until somebody explains it
given 20 BOLT at LYON
when ACME orders SO-1: 10 BOLT
and LYON picks 12 BOLT of R-1
then SO-1 line 1: 10 picked
and LYON has of BOLT: 8 available, 10 staged, 2 suspense
and a case over_pick is open for warehouse_lead
when 1 BOLT in suspense at LYON are found again
then LYON has of BOLT: 9 available, 10 staged, 1 suspense
when 1 BOLT in suspense at LYON are written off, approved by ben
then LYON has of BOLT: 9 available, 10 staged
