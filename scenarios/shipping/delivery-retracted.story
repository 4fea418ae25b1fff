story: A proof of delivery that was wrong is taken back
given 10 BOLT at LYON
when ACME orders SO-1: 10 BOLT
and R-1 goes out
and SH-1 is delivered
then SO-1 line 1: 10 delivered
when the delivery of SH-1 is retracted: wrong door
then SO-1 line 1: 10 shipped
when parcel TRACK-1 is delivered
then SO-1 line 1: 10 delivered
and SH-1 is delivered
and no case is open
