story: A shipment is what the rest of its units say
# Four of ten were never handed over, says the customer, and they are found on the dock: they never left.
given 10 BOLT at LYON
when ACME orders SO-1: 10 BOLT
and R-1 goes out
and SH-1 is delivered
then SH-1 is delivered
when send shipping.retract_delivery {"shipment":1,"line":1,"quantity":4,"reason":"four short"}
then SO-1 line 1: 4 shipped, 6 delivered
and SH-1 is in_transit
when the goods issue of 4 of line 1 of SH-1 is reversed, approved by ben
then SO-1 line 1: 4 packed, 6 delivered
and SH-1 is delivered
# A late word of the carrier is about nothing that is still on its way
when POST says of SH-1: sorting
then SH-1 is delivered
and no case is open
