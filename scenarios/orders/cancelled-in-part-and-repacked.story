story: A part is cancelled after packing: unpacked, put back, packed anew for the same shipment
given 10 BOLT at LYON
when ACME orders SO-1: 10 BOLT
and LYON acknowledges R-1
and LYON picks all of R-1
and LYON packs R-1
and POST accepts SH-1
and 4 of line 1 of SO-1 are cancelled
and LYON unpacks HU-1
and LYON puts back 4 BOLT of R-1
and LYON stops R-1
then SO-1 line 1: 6 picked, 4 cancelled
when LYON packs R-1
then SO-1 line 1: 6 packed, 4 cancelled
and SH-1 stands with POST
and SH-1 is accepted
and there is no SH-2
when SH-1 leaves
then SO-1 line 1: 6 shipped, 4 cancelled
and INV-1 comes to 15.00 EUR
and no case is open
