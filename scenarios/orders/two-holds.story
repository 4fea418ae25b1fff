story: The end of one hold does not lift another
given 10 BOLT at LILLE
when ACME orders SO-1: 10 BOLT
and order SO-1 is put on hold for payment until 2026-03-03, blocking release
and customer ACME is put on hold for fraud, blocking release
and it is 2026-03-03 18:05
then SO-1 line 1: 10 reserved
when H-2 is lifted
and it is 2026-03-04 18:05
then SO-1 line 1: 10 released
