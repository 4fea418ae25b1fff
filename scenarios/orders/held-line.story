story: A hold on one line lets the others go
given 100 BOLT at LILLE
and 100 NUT at LILLE
when ACME orders SO-1: 10 BOLT, 5 NUT
and order SO-1 line 2 is put on hold for engraving, blocking release
and it is 2026-03-02 18:05
then SO-1 line 1: 10 released
and SO-1 line 2: 5 reserved
when H-1 is lifted
and it is 2026-03-03 18:05
then SO-1 line 2: 5 released
and a case release_unacknowledged is open for integration
