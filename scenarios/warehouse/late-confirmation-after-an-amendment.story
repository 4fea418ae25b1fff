story: A late confirmation ships what was amended away meanwhile
given 10 BOLT at LILLE
when ACME orders SO-1: 10 BOLT
and it is 2026-03-02 18:01
and LILLE acknowledges R-1
and line 1 of SO-1 is amended to 6
and LILLE confirms note DN-1 for R-1: 10 BOLT status CC
then SO-1 line 1: 10 shipped
and a case issued_after_cancel is open for customer_service
and INV-1 comes to 25.00 EUR
and INV-1 is matched
