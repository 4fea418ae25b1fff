story: Money that comes before its invoice waits, or stands as a prepayment
given 20 BOLT at LYON
when ACME orders SO-1: 10 BOLT
and R-1 goes out
and ACME pays INV-1
then the message waits
and ACME owes 0.00 EUR
when finance posts INV-1
then INV-1 is paid
and ACME owes 0.00 EUR
and nothing waits
# By finance's number, which nobody has heard of yet
when ACME orders SO-2: 10 BOLT
and R-2 goes out
and ACME pays 25.00 EUR for F-2 under B-2
then the message waits
when finance posts INV-2
then INV-2 is paid
and nothing waits
# Paid twice: the surplus is the customer's
when ACME pays INV-2 with 25.00 EUR under B-3
then prepaid of ACME is -25.00 EUR
and a case overpayment is open for credit_control with a value of 25.00 EUR
# The same bank reference never counts twice
when ACME pays INV-2 with 25.00 EUR under B-3
then refused already_recorded
and prepaid of ACME is -25.00 EUR
