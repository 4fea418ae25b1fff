story: A nightly site gets its releases together, the urgent ones first
# LILLE collects what comes in during the day and gets it all at 18:00, in order of priority, then of the day on
# which it is wanted; who names no day wants it as soon as can be.
given 10 BOLT at LILLE
and 10 NUT at LILLE
when ACME orders SO-1: 4 BOLT
and ACME orders SO-2: 4 NUT; priority 1
and ACME orders SO-3: 2 NUT; wanted on 2026-03-04
then SO-1 line 1: 4 reserved
and no job waits
when it is 2026-03-02 18:01
then R-1 sends 4 NUT for SO-2 to LILLE
and R-2 sends 4 BOLT for SO-1 to LILLE
and R-3 sends 2 NUT for SO-3 to LILLE
and a job send_release waits for wms:LILLE
# After the cut-off: tomorrow
when ACME orders SO-4: 1 BOLT
then SO-4 line 1: 1 reserved
when LILLE acknowledges R-1
and LILLE acknowledges R-2
and LILLE acknowledges R-3
and it is 2026-03-03 17:55
then SO-4 line 1: 1 reserved
when it is 2026-03-03 18:01
then SO-4 line 1: 1 released
