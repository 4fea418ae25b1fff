story: Goods that break after the carrier has accepted leave a smaller shipment
given 10 BOLT at LYON
when ACME orders SO-1: 10 BOLT
and LYON acknowledges R-1
and LYON picks all of R-1
and LYON packs R-1
and POST accepts SH-1
and LYON damages 2 BOLT of R-1 before it leaves
and SH-1 leaves
then SO-1 line 1: 8 shipped, 2 backordered
and a case damaged_before_issue is open
and SH-1 is departed
and INV-1 comes to 20.00 EUR
given 2 BOLT at LYON
when R-2 goes out
then SO-1 line 1: 10 shipped
