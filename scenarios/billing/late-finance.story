story: Goods that left and are not billed are a case after a day
given 10 BOLT at LYON
when ACME orders SO-1: 10 BOLT
and R-1 goes out
and 25 hours pass
then a case invoice_unposted is open for billing with a value of 25.00 EUR
when finance posts INV-1
then no case invoice_unposted is open
when SH-1 is delivered
and 32 days pass
then a case payment_overdue is open for credit_control with a value of 25.00 EUR
when ACME pays INV-1
then no case is open
