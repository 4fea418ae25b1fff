story: What never left is not late
given 10 BOLT at LYON
when ACME orders SO-1: 10 BOLT
and R-1 goes out
and 12 days pass
then a case delivery_late is open for carrier_desk
when the goods issue of 10 of line 1 of SH-1 is reversed, approved by ben
then SO-1 line 1: 10 packed
and SH-1 is accepted
and no case delivery_late is open
and a case invoice_unposted is open for billing
