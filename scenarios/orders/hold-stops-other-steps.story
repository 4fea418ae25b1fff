story: A hold stops every step that it lists, also one that nobody thinks of
# Legal keeps an order: it is not to be cancelled, and not to be billed.
given 10 BOLT at LYON
when ACME orders SO-1: 10 BOLT
and order SO-1 is put on hold for legal, blocking cancel, invoice
and SO-1 is cancelled
then refused on_hold
and SO-1 line 1: 10 released
when R-1 goes out
then SO-1 line 1: 10 shipped
and SO-1 line 1 is billed: 10 billable
and there is no INV-1
# Lifted, what it kept back goes on
when H-1 is lifted
then INV-1 comes to 25.00 EUR
and no case is open
