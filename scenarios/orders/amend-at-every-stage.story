story: An order line is amended up and down at every stage
# Up: more units are reserved like new ones. Down: the least advanced go first; what a site holds is asked
# back; what has left cannot be amended away. A new price counts for what has not left.
given 20 BOLT at LYON
when ACME orders SO-1: 10 BOLT
and line 1 of SO-1 is amended to 15
then SO-1 line 1: 15 released
and R-2 sends 5 BOLT for SO-1 to LYON
when line 1 of SO-1 is amended to 25
then SO-1 line 1: 20 released, 5 backordered
and R-3 sends 5 BOLT for SO-1 to LYON
# Down within what waits
when line 1 of SO-1 is amended to 22
then SO-1 line 1: 20 released, 2 backordered, 3 cancelled
# Down into what the site holds
when line 1 of SO-1 is amended to 18
then SO-1 line 1: 20 released, 5 cancelled
and a job send_recall waits for wms:LYON
when LYON stops R-1
then SO-1 line 1: 18 released, 7 cancelled
when LYON picks 8 BOLT of R-1
and LYON packs R-1
and POST accepts SH-1
and SH-1 leaves
then SO-1 line 1: 8 shipped, 10 released, 7 cancelled
and INV-1 comes to 20.00 EUR
# A new price for what is still to leave
when line 1 of SO-1 is repriced to 2.00
and R-2 goes out
then INV-2 comes to 10.00 EUR
# Below what has left
when line 1 of SO-1 is amended to 10
then refused already_shipped
when line 1 of SO-1 is amended to 13
and LYON stops R-3
then SO-1 line 1: 13 shipped, 12 cancelled
when line 1 of SO-1 is amended to 13
then refused nothing_to_change
# A line more, on the running order
given 5 NUT at LYON
when ACME adds line 2 to SO-1: 5 NUT
then SO-1 line 2: 5 released
and no case is open
and the case backordered was resolved
