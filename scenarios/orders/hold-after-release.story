story: A hold on what a site already has asks it to stop
# Nothing is stopped by a word alone: until LYON has confirmed, the units stand at the site.
given 10 BOLT at LYON
when ACME orders SO-1: 10 BOLT
and LYON acknowledges R-1
and order SO-1 is put on hold for fraud, blocking release, issue
then SO-1 line 1: 10 released
and a job send_recall waits for wms:LYON
when LYON stops R-1
then SO-1 line 1: 10 reserved
when H-1 is lifted
then SO-1 line 1: 10 released
