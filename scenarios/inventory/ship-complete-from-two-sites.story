story: A whole order may come from two sites, each of which sends its part
# All of it has stock, so nothing stays behind when the first part leaves.
given 6 BOLT at LYON
and 4 BOLT at LILLE
when BETA orders SO-1: 10 BOLT
then SO-1 line 1: 6 released, 4 reserved
when LYON acknowledges R-1
and it is 2026-03-02 18:01
then SO-1 line 1: 10 released
when LILLE acknowledges R-2
and LYON picks all of R-1
and LYON packs R-1
and POST accepts SH-1
and SH-1 leaves
then no case is open
and SO-1 line 1: 6 shipped, 4 released
