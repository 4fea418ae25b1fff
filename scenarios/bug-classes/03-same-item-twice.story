story: Bug class 3: an item that stands twice in one order is not given out twice
# medusa#16502, vendure#1028, openboxes#229: each line was compared with the whole stock.
given 10 BOLT at LYON
when ACME orders SO-1: 6 BOLT, 6 BOLT
then SO-1 line 1: 6 released
and SO-1 line 2: 4 released, 2 backordered
and LYON has of BOLT: 10 allocated
and a case backordered is open for purchasing
# An order that ships complete gets neither
given 10 NUT at LYON
when BETA orders SO-2: 6 NUT, 6 NUT
then SO-2 line 1: 6 backordered
and SO-2 line 2: 6 backordered
and LYON has of NUT: 10 available
# A transfer that names the same item twice, more than there is
when transfer T-1 sends 6 NUT, 6 NUT from LYON to METZ
then refused too_little
and there is no order T-1
