story: What leaves before the site has stopped has left
# The customer cancels while the goods stand packed. The truck is faster than the recall: the earlier fact
# wins, the goods are billed, and customer service has an hour to stop or win over the customer.
given 10 BOLT at LYON
when ACME orders SO-1: 10 BOLT
and LYON acknowledges R-1
and LYON picks all of R-1
and LYON packs R-1
and POST accepts SH-1
and SO-1 is cancelled
and SH-1 leaves
then SO-1 line 1: 10 shipped
and SO-1 line 1 is billed: 10 billable
and a case issued_after_cancel is open for customer_service with a value of 25.00 EUR
and INV-1 is matched
