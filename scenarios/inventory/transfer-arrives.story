story: The shipment of a transfer has arrived when its target site has received it
given 10 BOLT at LYON
when transfer T-1 sends 10 BOLT from LYON to METZ
and R-1 goes out
then T-1 line 1: 10 shipped
and SH-1 is departed
when METZ receives 6 BOLT of transfer T-1 under WE-1
then T-1 line 1: 4 shipped, 6 delivered
and SH-1 is departed
when METZ receives 4 BOLT of transfer T-1 under WE-2
then T-1 line 1: 10 delivered
and SH-1 is delivered
and no case is open
