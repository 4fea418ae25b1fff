story: Bug class 2: the last piece is sold once, however many ask at the same time
# saleor#543, vendure#1738, medusa#16569: the shop checked the stock, then took it, and another order had been
# faster in between. Here check and posting are one step.
given 1 BOLT at LYON
when ACME orders SO-1: 1 BOLT
and GAMMA orders SO-2: 1 BOLT
and BETA orders SO-3: 1 BOLT
then SO-1 line 1: 1 released
and SO-2 line 1: 1 backordered
and SO-3 line 1: 1 backordered
and LYON has of BOLT: 1 allocated
and 2 cases backordered are open for purchasing
# The one piece comes back: the next in the queue gets it, not both.
when SO-1 is cancelled
and LYON stops R-1
then SO-2 line 1: 1 released
and SO-3 line 1: 1 backordered
