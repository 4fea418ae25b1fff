story: A part leaves before anybody has planned its shipment
given 10 BOLT at LYON
when ACME orders SO-1: 10 BOLT
and LYON acknowledges R-1
and LYON picks 10 BOLT of R-1
and LYON packs 6 BOLT of R-1
and send shipping.issue_goods {"release": 1}
then SO-1 line 1: 6 shipped, 4 picked
when LYON packs 4 BOLT of R-1
then SO-1 line 1: 6 shipped, 4 packed
when POST accepts SH-2
and SH-2 leaves
then SO-1 line 1: 10 shipped
and INV-2 comes to 10.00 EUR
and no case is open
