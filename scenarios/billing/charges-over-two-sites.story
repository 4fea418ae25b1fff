story: Freight comes with the first shipment of an order, a closing fee with its last
given 4 BOLT at LYON
and 6 BOLT at METZ
when ACME orders SO-1: 10 BOLT; freight 5.00; fee 1.00 with the last shipment
and R-1 goes out
and R-2 goes out
then INV-1 comes to 15.00 EUR
and INV-2 comes to 16.00 EUR
when finance posts INV-2
and finance posts INV-1
then ACME owes 31.00 EUR
