story: An invoice is paid in parts, and what is over is kept for the next
given 20 BOLT at LYON
when ACME orders SO-1: 10 BOLT
and R-1 goes out
and finance posts INV-1
and ACME pays INV-1 with 10.00 EUR under B-1
then ACME owes 15.00 EUR
and INV-1 is posted
when ACME pays INV-1 with 20.00 EUR under B-2
then INV-1 is paid
and ACME owes 0.00 EUR
and prepaid of ACME is -5.00 EUR
and a case overpayment is open for credit_control with a value of 5.00 EUR
when ACME orders SO-2: 10 BOLT
and R-2 goes out
and finance posts INV-2
and the prepayment is used for INV-2
then ACME owes 20.00 EUR
and prepaid of ACME is 0.00 EUR
# The same reference with another amount
when ACME pays INV-2 with 21.00 EUR under B-1
then a case contradiction is open for integration
and ACME owes 20.00 EUR
