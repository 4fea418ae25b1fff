story: A payment that the bank takes back is owed again
given 10 BOLT at LYON
when ACME orders SO-1: 10 BOLT
and R-1 goes out
and finance posts INV-1
and ACME pays INV-1 under B-1
then INV-1 is paid
when the bank takes back B-1: no cover
then ACME owes 25.00 EUR
and INV-1 is posted
and a case payment_reversed is open for credit_control with a value of 25.00 EUR
when the bank takes back B-1: no cover
then refused already_reversed
and ACME owes 25.00 EUR
