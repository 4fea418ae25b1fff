story: A customer who takes whole orders only gets nothing until all is there
# Half an order keeps no stock from others: an order that may go ahead takes it. When all can be had, all is
# taken and leaves together.
given 6 BOLT at LYON
when BETA orders SO-1: 10 BOLT, 2 NUT
then SO-1 line 1: 10 backordered
and SO-1 line 2: 2 backordered
and LYON has 6 BOLT available
given 4 BOLT at LYON
then SO-1 line 1: 10 backordered
given 2 NUT at LYON
then SO-1 line 1: 10 released
and SO-1 line 2: 2 released
and R-1 sends 10 BOLT, 2 NUT for SO-1 to LYON
and there is no R-2
and the case backordered was resolved
