story: A count is blind, a big difference is counted twice, and somebody else approves
given 100 BOLT at LYON
when ACME orders SO-1: 30 BOLT
and LYON is asked to count BOLT
then a job request_count waits for wms:LYON
when LYON counts 80 BOLT by ann
then LYON has 70 BOLT available
and CC-1 is recount
when ben approves CC-1
then refused not_recounted
# The same person again proves nothing
when LYON counts 80 BOLT by ann
then CC-1 is recount
when LYON counts 80 BOLT by carl
then CC-1 is counted
when carl approves CC-1
then refused same_person
when ben approves CC-1 with a limit of 10.00 EUR
then refused above_limit
when ben approves CC-1 with a limit of 100.00 EUR
then CC-1 is posted
and LYON has of BOLT: 50 available, 30 allocated
and SO-1 line 1: 30 released
and no job request_count waits
