story: A fact whose precursor never comes is somebody's case
given 10 BOLT at LYON
when ACME orders SO-1: 10 BOLT
and LYON acknowledges R-1
and LYON packs 10 BOLT of R-1
then the message waits
when 49 hours pass
then nothing waits
and a case fact_waiting is open for integration
and a case release_overdue is open for warehouse_lead
and SO-1 line 1: 10 released
