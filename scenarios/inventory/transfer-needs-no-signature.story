story: A transfer that its target has received needs no proof of delivery
# What came in damaged goes on hold there.
given 20 BOLT at LYON
when transfer T-1 sends 10 BOLT from LYON to METZ
and R-1 goes out
and send inventory.receive_transfer {"transfer": "T-1", "receipt": "GR-1", "lines": [{"item": "BOLT", "quantity": 8, "damaged": 2}]}
then METZ has of BOLT: 8 available, 2 held
and T-1 line 1: 10 delivered
when 12 days pass
then no case is open
# What is still missing after its time is the carrier's to explain
when transfer T-2 sends 10 BOLT from LYON to METZ
and R-2 goes out
and METZ receives 8 BOLT of transfer T-2
and 12 days pass
then a case delivery_late is open for carrier_desk
when METZ receives 2 BOLT of transfer T-2
then METZ has of BOLT: 18 available, 2 held
and no case delivery_late is open
