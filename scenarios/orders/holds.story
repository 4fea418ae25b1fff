story: A hold blocks what it names, for whom it names
# Facts are never blocked: what leaves against a hold has left, and is a case of the top class.
given 100 BOLT at LYON
and 100 NUT at LYON
when customer ACME is put on hold for fraud, blocking release
and ACME orders SO-1: 10 BOLT
and BETA orders SO-2: 10 BOLT
then SO-1 line 1: 10 reserved
and SO-2 line 1: 10 released
# An item on hold at a site is not given out there
when item NUT at LYON is put on hold for recall, blocking reserve
and BETA orders SO-3: 5 NUT
then LYON has 100 NUT available
and a case backordered is open for purchasing
# One order, for its release and its goods issue; it was released before
when order SO-2 is put on hold for payment, blocking release, issue
and R-1 goes out
then SO-2 line 1: 10 shipped
and a case issued_on_hold is open for warehouse_lead with a value of 25.00 EUR
# A hold needs a reason and something to hold
when order SO-9 is put on hold for payment, blocking release
then refused subject_unknown
