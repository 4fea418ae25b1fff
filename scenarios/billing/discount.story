story: A discount of the order comes off its first invoice
given 10 BOLT at LYON
when send orders.place_order {"order": "SO-1", "customer": "ACME", "currency": "EUR", "lines": [{"line": 1, "item": "BOLT", "quantity": 10}], "charges": [{"kind": "discount", "amount": "-2.50"}]}
and R-1 goes out
then INV-1 comes to 22.50 EUR
when finance posts INV-1
then discount of ACME is 2.50 EUR
and ACME owes 22.50 EUR
