story: Wrong goods that are paid already become a prepayment, which pays for the right ones
given 20 BOLT at LYON
when ACME orders SO-1: 10 BOLT
and R-1 goes out
and finance posts INV-1
and ACME pays INV-1
and 4 BOLT of SH-1 were wrong, approved by lea
and finance posts CM-1
then a case misship is open for customer_service
and prepaid of ACME is -10.00 EUR
and SO-1 line 1: 6 shipped, 4 backordered
when send inventory.reserve_order {"number": "SO-1"}
and R-2 goes out
and finance posts INV-2
and the prepayment is used for INV-2
then ACME owes 0.00 EUR
and prepaid of ACME is 0.00 EUR
