story: The customer does not want the right goods any more
given 20 BOLT at LYON
when ACME orders SO-1: 10 BOLT
and R-1 goes out
and finance posts INV-1
and 4 BOLT of SH-1 were wrong, approved by lea
and finance posts CM-1
and 4 of line 1 of SO-1 are cancelled
then SO-1 line 1: 6 shipped, 4 cancelled
and a case misship is open for customer_service
and SO-1 line 1 is billed: 6 invoiced, 4 voided
