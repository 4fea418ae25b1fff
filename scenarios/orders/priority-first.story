story: Who is more urgent is served first, then who came first
# Three orders wait for bolts. Ten come in: the urgent order gets its 6, the rest goes to the oldest.
when ACME orders SO-1: 6 BOLT
and ACME orders SO-2: 6 BOLT
and ACME orders SO-3: 6 BOLT; priority 1
then SO-3 line 1: 6 backordered
given 10 BOLT at LYON
then SO-3 line 1: 6 released
and SO-1 line 1: 4 released, 2 backordered
and SO-2 line 1: 6 backordered
and 2 cases backordered are open for purchasing
