story: What is not found on the shelf comes from another site
# LYON has 10 on its book and finds only 8. The two that are missing go on hold until they are counted, and
# the order gets two from METZ instead. The customer is billed for what leaves, when it leaves.
given 10 BOLT at LYON
and 10 BOLT at METZ
when ACME orders SO-1: 10 BOLT
then R-1 sends 10 BOLT for SO-1 to LYON
and a job send_release waits for wms:LYON
when LYON acknowledges R-1
and LYON picks 8 BOLT of R-1, 2 not found
then SO-1 line 1: 8 picked, 2 released
and R-2 sends 2 BOLT for SO-1 to METZ
and a case short_pick is open for warehouse_lead with a value of 5.00 EUR
and a job request_count waits for wms:LYON
and LYON has of BOLT: 8 staged, 2 held
when LYON packs R-1
and POST accepts SH-1
and SH-1 leaves
then SO-1 line 1: 8 shipped, 2 released
and SO-1 line 1 is billed: 8 billable, 2 not_due
and INV-1 comes to 20.00 EUR
when R-2 goes out
then INV-2 comes to 5.00 EUR
and SO-1 line 1: 10 shipped
# The count at LYON: nothing stands there any more, as the missing two are gone indeed.
when LYON counts 0 BOLT by ann, approved by ben
then LYON has of BOLT: 0 available
