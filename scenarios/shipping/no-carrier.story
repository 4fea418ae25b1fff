story: A shipment that no carrier takes is the carrier desk's case
given 10 BOLT at LYON
when FERRY orders SO-1: 10 BOLT
and LYON acknowledges R-1
and LYON picks all of R-1
and LYON packs R-1
then SH-1 stands with nobody
and SH-1 is planned
and a case no_carrier is open for carrier_desk
# Somebody drives them to the port himself
when SH-1 leaves
then SO-1 line 1: 10 shipped
and no case no_carrier is open
