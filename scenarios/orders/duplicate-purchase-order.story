story: A second order with the customer's own number is held until somebody has asked
# The order is accepted and keeps its stock, but nothing leaves before customer service has spoken with ACME.
given 100 BOLT at LYON
when ACME orders SO-1: 10 BOLT; purchase order P-77
and ACME orders SO-2: 10 BOLT; purchase order P-77
then a case duplicate_purchase_order is open for customer_service with a value of 25.00 EUR
and SO-2 is on hold for duplicate_purchase_order
and SO-2 line 1: 10 reserved
and order SO-2 is held
# Another customer may use the same number.
when BETA orders SO-3: 5 BOLT; purchase order P-77
then SO-3 line 1: 5 released
# It was meant.
when H-1 is lifted
then SO-2 line 1: 10 released
and R-3 sends 10 BOLT for SO-2 to LYON
when CASE-1 is resolved as meant
then no case is open
