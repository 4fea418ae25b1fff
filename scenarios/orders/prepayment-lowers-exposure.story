story: Money paid ahead lets a customer order more
# A prepayment is the customer's own money: it is taken off the exposure.
given 100 BOLT at LYON
when GAMMA pays 50.00 EUR under B-1
then prepaid of GAMMA is -50.00 EUR
when GAMMA orders SO-1: 60 BOLT
then SO-1 line 1: 60 released
and the exposure of GAMMA is 100.00 EUR
and SO-1 is not on hold
when R-1 goes out
and finance posts INV-1
and the prepayment is used for INV-1
then GAMMA owes 100.00 EUR
and prepaid of GAMMA is 0.00 EUR
