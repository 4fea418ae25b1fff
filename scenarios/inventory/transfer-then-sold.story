story: Goods between two sites are promised, and sold when they arrive
given 10 BOLT at LYON
when transfer T-1 sends 10 BOLT from LYON to METZ
and ACME orders SO-1: 4 BOLT
then SO-1 line 1: 4 backordered
and a case backordered is open for purchasing
when R-1 goes out
and METZ receives 10 BOLT of transfer T-1
then SO-1 line 1: 4 released
and R-2 sends 4 BOLT for SO-1 to METZ
and METZ has of BOLT: 6 available, 4 allocated
and no case is open
