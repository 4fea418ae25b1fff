story: An order over the credit limit keeps its stock and is not released
# GAMMA may owe 100.00. Exposure is what is ordered, shipped and not billed, or billed and not paid.
given 100 BOLT at LYON
when GAMMA orders SO-1: 30 BOLT
then SO-1 line 1: 30 released
and the exposure of GAMMA is 75.00 EUR
when R-1 goes out
and finance posts INV-1
then the exposure of GAMMA is 75.00 EUR
when GAMMA orders SO-2: 20 BOLT
then SO-2 line 1: 20 reserved
and SO-2 is on hold for credit_exceeded
and a case credit_exceeded is open for credit_control with a value of 50.00 EUR
and the exposure of GAMMA is 125.00 EUR
# Payment brings the exposure down; credit control lifts the hold.
when GAMMA pays INV-1
then the exposure of GAMMA is 50.00 EUR
when H-1 is lifted
then SO-2 line 1: 20 released
and SO-2 is not on hold
# Exactly at the limit is within it.
when GAMMA orders SO-3: 20 BOLT
then SO-3 line 1: 20 released
and the exposure of GAMMA is 100.00 EUR
when CASE-1 is resolved as paid
then no case is open
