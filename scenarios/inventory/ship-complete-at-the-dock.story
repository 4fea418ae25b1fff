story: Ship-complete is looked at again when the goods leave
# BETA's order was complete when it was released. Then the site finds only 8, and sends them.
given 10 BOLT at LYON
when BETA orders SO-1: 10 BOLT
and LYON picks 8 BOLT of R-1, 2 not found
and LYON packs R-1
and POST accepts SH-1
and SH-1 leaves
then SO-1 line 1: 8 shipped, 2 backordered
and a case incomplete_shipment is open for warehouse_lead
and a case short_pick is open for warehouse_lead
and SO-1 line 1 is billed: 8 billable, 2 not_due
