story: Goods leave once, whatever is said how often
given 20 BOLT at LYON
when ACME orders SO-1: 10 BOLT
and R-1 goes out
and the message is repeated
then SO-1 line 1: 10 shipped
when the message comes again as another one
then refused already_issued
when HU-1 of SH-1 leaves
then refused already_issued
and SO-1 line 1: 10 shipped
and SO-1 line 1 is billed: 10 billable
and LYON has of BOLT: 10 available
and there is no INV-2
and there is no SH-2
