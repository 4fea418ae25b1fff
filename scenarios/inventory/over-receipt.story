story: More comes in than was ordered, or at another site
given supply PO-7 of 10 NUT at LYON due 2026-03-09
when LYON receives 12 NUT of supply PO-7
then LYON has of NUT: 12 available
and a case over_receipt is open for purchasing
given supply PO-8 of 10 BOLT at LYON due 2026-03-09
when ACME orders SO-1: 4 BOLT
then SO-1 line 1: 4 promised
when METZ receives 10 BOLT of supply PO-8
then METZ has 6 BOLT available
and SO-1 line 1: 4 released
and a case contradiction is open for integration
