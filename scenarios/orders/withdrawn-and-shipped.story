story: Units that were withdrawn leave before the site has stopped
given 10 BOLT at LYON
when ACME orders SO-1: 10 BOLT
and LYON acknowledges R-1
and 4 of line 1 of SO-1 are withdrawn by C-1
then SO-1 line 1: 10 released
when LYON picks all of R-1
and LYON packs R-1
and POST accepts SH-1
and SH-1 leaves
then SO-1 line 1: 10 shipped
and a case issued_after_cancel is open
and INV-1 comes to 25.00 EUR
and INV-1 is matched
