story: A system that reports only at the end tells everything in one message
# LILLE says after the truck has left what it did: picks, shorts, carton and goods issue are concluded from it.
# CC is complete, BP means the rest is still owed.
given 10 BOLT at LILLE
and 10 NUT at LILLE
when ACME orders SO-1: 10 BOLT, 4 NUT
and it is 2026-03-02 18:01
and LILLE acknowledges R-1
and LILLE confirms note DN-1 for R-1: 10 BOLT status CC, 3 NUT status BP
then SO-1 line 1: 10 shipped
and SO-1 line 2: 3 shipped, 1 reserved
and SO-1 line 1 is billed: 10 billable
and a case short_pick is open for warehouse_lead
and INV-1 comes to 26.00 EUR
and LILLE has of NUT: 5 available, 1 held, 1 allocated
when LILLE confirms note DN-1 for R-1: 10 BOLT status CC, 3 NUT status BP
then refused already_confirmed
and SO-1 line 1: 10 shipped
