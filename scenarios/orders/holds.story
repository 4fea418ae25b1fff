story: A hold blocks what it names, for whom it names, until it is lifted or its time is over
given 100 BOLT at LYON
and 100 NUT at LYON
when customer ACME is put on hold for fraud, blocking release
and ACME orders SO-1: 10 BOLT
and BETA orders SO-2: 10 BOLT
then SO-1 line 1: 10 reserved
and SO-2 line 1: 10 released
when H-1 is lifted
then SO-1 line 1: 10 released
# An item on hold is not even reserved
when item NUT at LYON is put on hold for recall, blocking reserve, release
and ACME orders SO-3: 5 NUT
then SO-3 line 1: 5 open
when H-2 is lifted
then SO-3 line 1: 5 released
# A hold on one line, until a day
when ACME orders SO-4: 5 BOLT; wanted on 2026-03-05
and line 1 of SO-4 is cancelled
then a job send_recall waits for wms:LYON
when LYON stops R-4
then SO-4 line 1: 5 cancelled
