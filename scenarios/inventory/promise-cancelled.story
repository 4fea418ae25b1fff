story: What was promised to a cancelled order is free when it comes in
given supply PO-7 of 10 NUT at LYON due 2026-03-09
when ACME orders SO-1: 10 NUT
and SO-1 is cancelled
and LYON receives 10 NUT of supply PO-7
then LYON has of NUT: 10 available
and SO-1 line 1: 10 cancelled
