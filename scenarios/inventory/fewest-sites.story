story: An order comes from as few sites as can be, then from the cheapest
# LYON is the cheapest and has not all; METZ has all and is alone. One parcel beats two.
given 5 BOLT at LYON
and 10 BOLT at METZ
and 10 NUT at METZ
when ACME orders SO-1: 8 BOLT, 2 NUT
then R-1 sends 8 BOLT, 2 NUT for SO-1 to METZ
and there is no R-2
# Both could: the cheaper one that serves France.
given 5 NUT at LYON
when ACME orders SO-2: 4 NUT
then R-2 sends 4 NUT for SO-2 to LYON
# Nobody alone: two sites that can, not three.
given 3 BOLT at LILLE
when ACME orders SO-3: 7 BOLT
then SO-3 line 1: 5 released, 2 reserved
and R-3 sends 5 BOLT for SO-3 to LYON
and LILLE has of BOLT: 1 available, 2 allocated
and METZ has 2 BOLT available
