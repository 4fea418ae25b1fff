story: Stock on hold is not sold, and reservations on it are given back
given 20 BOLT at LILLE
when ACME orders SO-1: 10 BOLT
then SO-1 line 1: 10 reserved
when 20 BOLT at LILLE go on hold
then LILLE has of BOLT: 20 held
and SO-1 line 1: 10 backordered
when 15 BOLT at LILLE come off hold
then SO-1 line 1: 10 reserved
and LILLE has of BOLT: 5 held, 5 available, 10 allocated
