story: Goods that break or vanish before they leave are sent again
given 20 BOLT at LYON
when ACME orders SO-1: 10 BOLT
and LYON picks 10 BOLT of R-1
and LYON damages 2 BOLT of R-1 before it leaves
then SO-1 line 1: 8 picked, 2 released
and LYON has of BOLT: 8 available, 2 held, 2 allocated, 8 staged
and a case damaged_before_issue is open for warehouse_lead with a value of 5.00 EUR
when LYON loses 1 BOLT of R-1 before it leaves
then SO-1 line 1: 7 picked, 3 released
and LYON has of BOLT: 7 available, 2 held, 3 allocated, 7 staged
and a case lost_before_issue is open for warehouse_lead
and a job request_count waits for wms:LYON
