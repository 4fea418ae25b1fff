story: A recall is a question until the site has answered
given 10 BOLT at LYON
when ACME orders SO-1: 10 BOLT
and LYON acknowledges R-1
and the sites are asked to stop SO-1
then SO-1 line 1: 10 released
and a job send_recall waits for wms:LYON
and the story of SO-1 says not confirmed
when LYON picks 4 BOLT of R-1
and LYON stops R-1
then the message waits
when LYON puts back 4 BOLT of R-1
then SO-1 line 1: 10 reserved
and nothing waits
and no job send_recall waits
# Asked again, there is nothing to stop
when the sites are asked to stop SO-1
then refused nothing_released
