story: A site that ships what another one was asked to ship
# METZ was never asked. Its goods are gone all the same, and nothing may leave twice unnoticed.
given 10 BOLT at LYON
and 10 BOLT at METZ
when ACME orders SO-1: 10 BOLT
and METZ confirms note DN-1 for R-1: 10 BOLT status CC
then METZ has of BOLT: 10 suspense
and SO-1 line 1: 10 released
and a case contradiction is open for integration with a value of 25.00 EUR
