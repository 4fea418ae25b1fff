story: Free goods are billed for nothing, so that order, shipment and invoice agree
given 10 BOLT at LYON
when ACME orders SO-1: 10 BOLT at 0.00
then a case price_mismatch is open for customer_service
when H-1 is lifted
and R-1 goes out
then SO-1 line 1 is billed: 10 billable
and INV-1 comes to 0.00 EUR
when finance posts INV-1
then INV-1 is paid
