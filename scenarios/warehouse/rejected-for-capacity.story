story: A site that has no capacity is not asked again at once when another one can
given 10 BOLT at LYON
and 10 BOLT at METZ
when ACME orders SO-1: 10 BOLT
then R-1 sends 10 BOLT for SO-1 to LYON
when LYON rejects R-1: no capacity
then R-2 sends 10 BOLT for SO-1 to METZ
