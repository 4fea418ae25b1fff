story: A case is given to somebody, resolved, and opened again when it was not over
given 10 BOLT at LYON
when ACME orders SO-1: 20 BOLT
then a case backordered is open for purchasing
and CASE-1 is open
when CASE-1 is given to ann
then CASE-1 is assigned
when CASE-1 is resolved as bought
then no case is open
when CASE-1 is reopened: not delivered
then a case backordered is open for purchasing
and CASE-1 is reopened
# What heals by itself closes its case
given 10 BOLT at LYON
then no case is open
and SO-1 line 1: 20 released
