story: A transfer that has not left is cancelled like an order
given 10 BOLT at LYON
when transfer T-1 sends 10 BOLT from LYON to METZ
and T-1 is cancelled
then T-1 line 1: 10 released
when LYON stops R-1
then T-1 line 1: 10 cancelled
and LYON has of BOLT: 10 available
and no case is open
