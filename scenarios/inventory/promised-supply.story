story: What is on its way is promised, and the promise follows the supplier's word
# 50 nuts are due on the 9th. ACME is promised 20 of them. The supplier moves the date, then cuts to 15, then
# delivers 10 good and 3 damaged.
given supply PO-7 of 50 NUT at LYON due 2026-03-09
when ACME orders SO-1: 20 NUT
then SO-1 line 1: 20 promised
and LYON has of NUT: 30 inbound, 20 inbound_alloc
when supply PO-7 of NUT moves to 2026-03-12
then SO-1 line 1: 20 promised
and a case supply_overdue is open for purchasing
when supply PO-7 of NUT is cut to 15
then SO-1 line 1: 15 promised, 5 backordered
and LYON has of NUT: 15 inbound_alloc
and a case supply_short is open for purchasing
when LYON receives 10 NUT of supply PO-7
then SO-1 line 1: 10 released, 5 promised, 5 backordered
when LYON receives 3 damaged NUT of supply PO-7
then SO-1 line 1: 10 released, 2 promised, 8 backordered
and LYON has of NUT: 3 held, 10 allocated, 2 inbound_alloc
when supply PO-7 of NUT is closed
then SO-1 line 1: 10 released, 10 backordered
and LYON has of NUT: 3 held, 10 allocated
