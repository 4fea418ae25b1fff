story: Bug class 10: the same order by two ways is one order
# saleor#12652 and #10165 (copies that differ in a time stamp defeat a comparison of contents), medusa#13301
# (web hook against checkout). The order number is the key, not the body.
given 100 BOLT at LYON
when send orders.place_order {"order": "SO-1", "customer": "ACME", "currency": "EUR", "ordered_at": "2026-03-02T08:00:00Z", "lines": [{"line": 1, "item": "BOLT", "quantity": 10}]}
then SO-1 line 1: 10 released
when send orders.place_order {"order": "SO-1", "customer": "ACME", "currency": "EUR", "ordered_at": "2026-03-02T08:00:01Z", "lines": [{"line": 1, "item": "BOLT", "quantity": 10}]}
then refused already_placed
when send orders.place_order {"order": "SO-1", "customer": "ACME", "currency": "EUR", "ordered_at": "2026-03-02T08:00:02Z", "lines": [{"line": 1, "item": "BOLT", "quantity": 11}]}
then refused already_placed
and SO-1 line 1: 10 released
and LYON has of BOLT: 90 available, 10 allocated
# The payment and the invoice race: who comes first waits for the other
when R-1 goes out
and ACME pays 25.00 EUR for F-1 under B-1
then the message waits
when finance posts INV-1
then INV-1 is paid
and nothing waits
when ACME pays 25.00 EUR for F-1 under B-1
then refused already_recorded
and cash of ACME is 25.00 EUR
