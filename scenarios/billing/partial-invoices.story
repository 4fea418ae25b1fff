story: Partial invoices add up to the whole, to the cent
# 10 nuts at 0.333 are 3.33. In parcels of 3, 3 and 4 they are 1.00 + 1.00 + 1.33. Freight is billed with the
# first parcel, once.
given 3 NUT at LYON
when ACME orders SO-1: 10 NUT; freight 5.00
and R-1 goes out
then INV-1 comes to 6.00 EUR
given 3 NUT at LYON
when R-2 goes out
then INV-2 comes to 1.00 EUR
given 4 NUT at LYON
when R-3 goes out
then INV-3 comes to 1.33 EUR
when finance posts INV-3
and finance posts INV-1
and finance posts INV-2
then ACME owes 8.33 EUR
and unbilled of ACME is 0.00 EUR
and the case backordered was resolved
