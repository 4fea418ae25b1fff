story: One delivery note, several cartons, each counts once
given 10 BOLT at LILLE
when ACME orders SO-1: 10 BOLT
and it is 2026-03-02 18:01
and LILLE confirms note DN-1 for R-1 carton C1: 6 BOLT status CC
then SO-1 line 1: 6 shipped, 4 released
when LILLE confirms note DN-1 for R-1 carton C1: 6 BOLT status CC
then refused already_confirmed
when LILLE confirms note DN-1 for R-1 carton C2: 4 BOLT status CC
then SO-1 line 1: 10 shipped
and no case is open
