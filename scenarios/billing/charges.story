story: Freight and fees are billed when they are earned, and not twice
given 2 BOLT at LYON
when ACME orders SO-1: 4 BOLT; freight 3.00 with each shipment; fee 1.00 with the last shipment
and R-1 goes out
then INV-1 comes to 8.00 EUR
given 2 BOLT at LYON
when R-2 goes out
then INV-2 comes to 6.00 EUR
and the case backordered was resolved
