story: A count that finds too little takes reservations back in the same breath
# LILLE releases at 18:00, so two orders hold reservations there. The shelf has only 12 of 20. The order with
# the lower priority loses its units and waits again; what METZ has is taken at once.
given 20 BOLT at LILLE
when ACME orders SO-1: 10 BOLT; priority 1
and ACME orders SO-2: 10 BOLT; priority 9
then SO-2 line 1: 10 reserved
given 3 BOLT at METZ
when LILLE counts 12 BOLT by ann, approved by ben
then SO-1 line 1: 10 reserved
and SO-2 line 1: 2 reserved, 3 released, 5 backordered
and LILLE has of BOLT: 12 allocated
