story: Three cases with one cause are one incident, and are resolved together
# LYON's system is down: three releases stay without an answer, and a fourth joins them. METZ is well.
given 30 BOLT at LYON
and 5 NUT at METZ
when ACME orders SO-1: 10 BOLT
and ACME orders SO-2: 10 BOLT
and 30 minutes pass
and ACME orders SO-3: 5 BOLT
and ACME orders SO-4: 5 NUT
and METZ acknowledges R-4
and 220 minutes pass
then 2 cases release_unacknowledged are open for integration
and there is no incident
when 30 minutes pass
then INC-1 has 3 open cases release_unacknowledged
when ACME orders SO-5: 5 BOLT
and 245 minutes pass
then INC-1 has 3 open cases release_unacknowledged
when incident INC-1 is resolved as restarted
then a case release_unacknowledged is open for integration
when LYON acknowledges R-5
then no case is open
