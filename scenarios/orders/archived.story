story: A finished order leaves memory, and its number stays taken
given 10 BOLT at LYON
when ACME orders SO-1: 10 BOLT
and send orders.archive_order {"order": "SO-1"}
then refused still_open
when R-1 goes out
and finance posts INV-1
and SH-1 is delivered
and ACME pays INV-1
and send orders.archive_order {"order": "SO-1"}
then LYON has 10 BOLT customer
when ACME orders SO-1: 1 BOLT
then refused already_placed
when send orders.archive_order {"order": "SO-1"}
then refused already_archived
and no case is open
