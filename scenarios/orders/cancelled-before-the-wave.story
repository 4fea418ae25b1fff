story: An order that is cancelled before its wave is called is not released
given 10 BOLT at LILLE
when ACME orders SO-1: 10 BOLT
and SO-1 is cancelled
and it is 2026-03-02 18:01
then SO-1 line 1: 10 cancelled
and there is no R-1
and no case is open
