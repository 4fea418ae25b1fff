story: Who was promised something keeps it, though a more urgent order comes later
given supply PO-7 of 10 NUT at LYON due 2026-03-09
when ACME orders SO-1: 10 NUT; priority 5
and ACME orders SO-2: 10 NUT; priority 1
then SO-1 line 1: 10 promised
and SO-2 line 1: 10 backordered
and a case backordered is open for purchasing
when supply PO-7 of NUT is cut to 6
then SO-1 line 1: 6 promised, 4 backordered
and a case supply_short is open for purchasing
