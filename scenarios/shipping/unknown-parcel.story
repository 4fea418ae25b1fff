story: A parcel that nobody knows waits for its shipment, then is a case
given 10 BOLT at LYON
when parcel TRACK-9 is delivered
then the message waits
when 49 hours pass
then a case fact_waiting is open for integration
# This one comes in time
when ACME orders SO-1: 10 BOLT
and LYON picks all of R-1
and LYON packs R-1
and parcel TRACK-1 is delivered
then the message waits
when POST accepts SH-1
and SH-1 leaves
then SO-1 line 1: 10 delivered
and nothing waits
