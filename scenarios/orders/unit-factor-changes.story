story: A unit's new size counts from its day on
# From July on a case of bolts has 10 instead of 12. What was ordered before stays what it was.
given 100 BOLT at LYON
when ACME orders SO-1: 2 CS BOLT
then SO-1 line 1: 24 released
when it is 2026-07-01 08:00
and ACME orders SO-2: 2 CS BOLT
then SO-2 line 1: 20 released
and SO-1 line 1: 24 released
and a case release_unacknowledged is open for integration
