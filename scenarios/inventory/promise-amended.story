story: What was promised and is not wanted any more is promised to others
given supply PO-7 of 50 NUT at LYON due 2026-03-09
when ACME orders SO-1: 20 NUT
and line 1 of SO-1 is amended to 5
then SO-1 line 1: 5 promised, 15 cancelled
and LYON has of NUT: 45 inbound, 5 inbound_alloc
when LYON receives 50 NUT of supply PO-7
then SO-1 line 1: 5 released, 15 cancelled
and LYON has of NUT: 45 available, 5 allocated
