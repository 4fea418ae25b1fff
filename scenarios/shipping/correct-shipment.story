story: The wrong goods arrived, and the invoice is out: one command takes it back
# 4 of 10 were nuts. The delivery is retracted, the invoice reversed by a credit memo, the goods issue taken
# back; the line still owes the 4, the shelf is counted, and the nuts that ACME has stand in suspense.
given 100 BOLT at LYON
and 10 NUT at LYON
when ACME orders SO-1: 10 BOLT
and R-1 goes out
and finance posts INV-1
and SH-1 is delivered
and 4 BOLT of SH-1 went as NUT, approved by lea
then SO-1 line 1: 6 delivered, 4 shipped
and a case misship is open for customer_service with a value of 10.00 EUR
and LYON has of NUT: 6 available, 4 suspense
and CM-1 comes to 10.00 EUR
and a job post_credit waits for finance:ledger
and a job request_count waits for wms:LYON
when finance posts CM-1
then SO-1 line 1: 6 delivered, 4 backordered
and SO-1 line 1 is billed: 6 invoiced, 4 not_due
and ACME owes 15.00 EUR
and LYON has of BOLT: 90 available
