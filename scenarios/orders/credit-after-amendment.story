story: An amendment over the credit limit is held like an order
given 100 BOLT at LYON
when GAMMA orders SO-1: 30 BOLT
and line 1 of SO-1 is amended to 60
then the exposure of GAMMA is 150.00 EUR
and SO-1 is on hold for credit_exceeded
and a case credit_exceeded is open
and SO-1 line 1: 30 released, 30 reserved
when line 1 of SO-1 is amended to 35
then SO-1 line 1: 30 released, 5 reserved, 25 cancelled
and the exposure of GAMMA is 87.50 EUR
when H-1 is lifted
then SO-1 line 1: 35 released, 25 cancelled
# A dearer price counts too
when line 1 of SO-1 is repriced to 3.00
then SO-1 is on hold for credit_exceeded
