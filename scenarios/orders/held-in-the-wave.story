story: A held order stays behind when its wave is called, and the others go
given 20 BOLT at LILLE
when ACME orders SO-1: 10 BOLT
and ACME orders SO-2: 10 BOLT
and order SO-1 is put on hold for payment, blocking release
and it is 2026-03-02 18:05
then SO-1 line 1: 10 reserved
and SO-2 line 1: 10 released
and no case is open
