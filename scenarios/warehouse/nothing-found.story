story: A release of which nothing is found is closed, and nothing is shipped
given 10 BOLT at LYON
when ACME orders SO-1: 10 BOLT
and LYON picks 0 BOLT of R-1, 10 not found
then SO-1 line 1: 10 backordered
and a case short_pick is open
and there is no SH-1
and LYON has of BOLT: 10 held
when LYON counts 0 BOLT by ann
then LYON has of BOLT: 10 held
when ben approves CC-1
then LYON has of BOLT: 0 available
when 30 hours pass
then R-1 is closed
