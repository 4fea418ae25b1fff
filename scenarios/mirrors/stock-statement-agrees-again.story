story: A site that agrees again closes its case
given 100 BOLT at LYON
when LYON states 93 BOLT, statement S-1
then a case stock_mismatch is open for inventory_control
when LYON counts 93 BOLT by ann, approved by ben
and LYON states 93 BOLT, statement S-2
then LYON has of BOLT: 93 available
and no case is open
