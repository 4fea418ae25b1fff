story: A supply that does not come in time is purchasing's case
given supply PO-7 of 50 NUT at LYON due 2026-03-04
when ACME orders SO-1: 20 NUT
and it is 2026-03-06 08:00
then a case supply_overdue is open for purchasing
when LYON receives 50 NUT of supply PO-7 under GR-1
then SO-1 line 1: 20 released
and LYON has 30 NUT available
# The same receipt under another message is known by its number
when LYON receives 50 NUT of supply PO-7 under GR-1
then refused already_received
and LYON has 30 NUT available
