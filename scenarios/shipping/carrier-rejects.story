story: A carrier that says no is followed by the next one, and by a person when nobody is left
given 10 BOLT at LYON
when ACME orders SO-1: 10 BOLT
and LYON picks all of R-1
and LYON packs R-1
then SH-1 stands with POST
when POST rejects SH-1: too big
then SH-1 stands with DHL
and a job tender waits for carrier:DHL
and SH-1 is tendered
when POST rejects SH-1: too big
then refused already_rejected
when DHL rejects SH-1: no truck
then SH-1 stands with nobody
and a case no_carrier is open for carrier_desk
# The desk has found somebody after all
when DHL accepts SH-1
then SH-1 stands with DHL
when SH-1 leaves
then SO-1 line 1: 10 shipped
and no case is open
