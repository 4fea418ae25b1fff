story: A hold ends on its day and lets go what waited for it
# LILLE collects for its wave at 18:00, so the order waits there when the hold comes.
given 10 BOLT at LILLE
when ACME orders SO-1: 10 BOLT
and order SO-1 is put on hold for payment until 2026-03-04, blocking release
then SO-1 line 1: 10 reserved
when it is 2026-03-02 18:05
then SO-1 line 1: 10 reserved
when it is 2026-03-04 00:05
then SO-1 is not on hold
and SO-1 line 1: 10 reserved
when it is 2026-03-04 18:05
then SO-1 line 1: 10 released
and no case is open
