story: Facts that come too early wait for what they need
# The truck's message is faster than the warehouse's, and the customer's signature faster than both.
given 10 BOLT at LYON
when ACME orders SO-1: 10 BOLT
and LYON packs 10 BOLT of R-1
then the message waits
when LYON picks 10 BOLT of R-1
then SO-1 line 1: 10 packed
and nothing waits
when SH-1 is delivered
then the message waits
and SO-1 line 1: 10 packed
when SH-1 leaves
then SO-1 line 1: 10 delivered
and nothing waits
and no case is open
