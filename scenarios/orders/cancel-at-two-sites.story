story: A cancellation that two sites must stop
given 6 BOLT at LYON
and 4 BOLT at METZ
when ACME orders SO-1: 10 BOLT
then R-1 sends 6 BOLT for SO-1 to LYON
and R-2 sends 4 BOLT for SO-1 to METZ
when SO-1 is cancelled
and METZ stops R-2
then SO-1 line 1: 6 released, 4 cancelled
when LYON acknowledges R-1
and LYON picks all of R-1
and LYON packs R-1
and POST accepts SH-1
and SH-1 leaves
then SO-1 line 1: 6 shipped, 4 cancelled
and a case issued_after_cancel is open for customer_service
and INV-1 comes to 15.00 EUR
and INV-1 is matched
