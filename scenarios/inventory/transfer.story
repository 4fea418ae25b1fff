story: Goods go from one site to another and are never in two places
# A transfer is released, picked and shipped like a sale, and billed to nobody. What comes in short stays on its
# way, with a case.
given 20 BOLT at LYON
when transfer T-1 sends 10 BOLT from LYON to METZ
then T-1 line 1: 10 released
and LYON has of BOLT: 10 available, 10 allocated
when R-1 goes out
then LYON has of BOLT: 10 available
and METZ has of BOLT: 10 inbound
and there is no INV-1
when METZ receives 8 BOLT of transfer T-1 under GR-1
then METZ has of BOLT: 8 available, 2 inbound
when METZ receives 8 BOLT of transfer T-1 under GR-1
then refused already_received
when METZ receives 0 BOLT of transfer T-1 as the last
then a case transfer_short is open for inventory_control
and METZ has of BOLT: 8 available, 2 inbound
when METZ receives 2 BOLT of transfer T-1 under GR-2
then METZ has of BOLT: 10 available
