story: A credit memo that finance posts at another amount moves nothing
given 10 BOLT at LYON
when ACME orders SO-1: 10 BOLT
and R-1 goes out
and finance posts INV-1
and 4 BOLT of SH-1 are lost, approved by ann
and finance posts CM-1 at 9.00 EUR
then a case credit_mismatch is open for billing
and ACME owes 25.00 EUR
when finance posts CM-1
then ACME owes 15.00 EUR
and no case is open
