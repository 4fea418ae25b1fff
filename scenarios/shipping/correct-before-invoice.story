story: Wrong goods that are found before the invoice is posted are taken back at once
given 100 BOLT at LYON
when ACME orders SO-1: 10 BOLT
and R-1 goes out
and 4 BOLT of SH-1 were wrong, approved by lea
then SO-1 line 1: 6 shipped, 4 backordered
and SO-1 line 1 is billed: 6 billable, 4 not_due
and unbilled of ACME is 15.00 EUR
and a case misship is open for customer_service
and a job request_count waits for wms:LYON
# The customer wants the rest
when send inventory.reserve_order {"number": "SO-1"}
then SO-1 line 1: 6 shipped, 4 released
when R-2 goes out
then SO-1 line 1: 10 shipped
