story: A site that sends a release back is answered with another site
# Good stock goes back to the shelf. In doubt, it goes on hold and is counted, and the order is served from
# elsewhere.
given 10 BOLT at LYON
and 10 NUT at LYON
and 10 BOLT at METZ
when ACME orders SO-1: 4 NUT
and LYON rejects R-1: no capacity
then R-2 sends 4 NUT for SO-1 to LYON
and LYON has of NUT: 6 available, 4 allocated
when ACME orders SO-2: 10 BOLT
then R-3 sends 10 BOLT for SO-2 to LYON
when LYON rejects R-3: damaged
then LYON has of BOLT: 10 held
and R-4 sends 10 BOLT for SO-2 to METZ
and a case release_rejected is open for warehouse_lead with a value of 25.00 EUR
and a job request_count waits for wms:LYON
when LYON rejects R-3: damaged
then refused already_closed
