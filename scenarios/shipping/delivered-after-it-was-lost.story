story: A carrier cannot deliver what it has lost, unless it says that it was found
given 10 BOLT at LYON
when ACME orders SO-1: 10 BOLT
and R-1 goes out
and finance posts INV-1
and 10 BOLT of SH-1 are lost, approved by ann
and SH-1 is delivered
then refused lost_before
and a case contradiction is open for integration
