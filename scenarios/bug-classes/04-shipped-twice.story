story: Bug class 4: two clicks, two tabs, two messages: the goods leave once
# odoo#27456, erpnext#1548, magento/inventory PR#2872: a validation that was sent twice shipped twice.
given 30 BOLT at LYON
and 10 NUT at LILLE
when ACME orders SO-1: 10 BOLT
and LYON acknowledges R-1
and LYON picks 10 BOLT of R-1 as pick 1
and the message comes again as another one
then refused already_picked
and SO-1 line 1: 10 picked
when LYON packs R-1
and the message comes again as another one
then refused already_packed
when POST accepts SH-1
and the message comes again as another one
then refused already_accepted
when SH-1 leaves
and the message is repeated
and the message comes again as another one
then refused already_issued
and SO-1 line 1: 10 shipped
and LYON has of BOLT: 20 available
and LYON has 10 BOLT customer
when SH-1 is delivered
and the message comes again as another one
then refused already_delivered
# A system that has no carton numbers: delivery note and line are the key
when ACME orders SO-2: 10 NUT
and it is 2026-03-02 18:01
and LILLE confirms note DN-1 for R-2: 10 NUT status CC
and the message is repeated
and the message comes again as another one
then refused already_confirmed
and SO-2 line 1: 10 shipped
and LILLE has of NUT: 0 available
and there is no INV-3
and no case is open
