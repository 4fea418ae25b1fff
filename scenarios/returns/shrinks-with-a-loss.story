story: No more can come back than the customer has: a loss shrinks the authorisation
given 10 BOLT at LYON
when ACME orders SO-1: 10 BOLT
and R-1 goes out
and finance posts INV-1
and a return of 8 BOLT of SO-1 is authorised
and 4 BOLT of SH-1 are lost, approved by ann
and LYON takes back 6 BOLT on RMA-1
then SO-1 line 1: 4 lost, 6 returned
and RMA-1 is received
