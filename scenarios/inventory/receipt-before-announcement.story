story: Goods that nobody announced are on hold until somebody has looked
# They stand in the building, so they are in the book; nobody is promised them.
when LYON receives 10 NUT of supply PO-7 under GR-1
then LYON has of NUT: 10 held
and a case over_receipt is open for purchasing
when ACME orders SO-1: 4 NUT
then SO-1 line 1: 4 backordered
and a case backordered is open for purchasing
when LYON receives 10 NUT of supply PO-7 under GR-1
then refused already_received
when 10 NUT at LYON come off hold
then SO-1 line 1: 4 released
and LYON has of NUT: 6 available, 4 allocated
