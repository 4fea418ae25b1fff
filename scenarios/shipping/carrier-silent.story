story: A carrier that does not answer, and one that does not deliver
given 10 BOLT at LYON
when ACME orders SO-1: 10 BOLT
and LYON picks all of R-1
and LYON packs R-1
and 25 hours pass
then a case tender_unanswered is open for carrier_desk
when POST accepts SH-1
then no case tender_unanswered is open
when SH-1 leaves
and finance posts INV-1
and POST says of SH-1: exception
then a case carrier_exception is open for carrier_desk
and SH-1 is exception
when 5 days pass
then a case delivery_late is open for carrier_desk
when SH-1 is delivered
then SO-1 line 1: 10 delivered
and no case is open
