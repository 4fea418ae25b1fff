story: Finance refuses the credit memo of a correction, which is begun again
given 20 BOLT at LYON
when ACME orders SO-1: 10 BOLT
and R-1 goes out
and finance posts INV-1
and SH-1 is delivered
and 4 BOLT of SH-1 were wrong, approved by lea
and send billing.reject_credit {"credit": 1, "reason": "period"}
then a case credit_mismatch is open for billing
and a case misship is open for customer_service
and SO-1 line 1 is billed: 10 invoiced
and SO-1 line 1: 6 delivered, 4 shipped
when 4 BOLT of SH-1 were wrong, approved by lea
then CM-2 comes to 10.00 EUR
when finance posts CM-2
then SO-1 line 1: 6 delivered, 4 backordered
and SO-1 line 1 is billed: 6 invoiced, 4 not_due
