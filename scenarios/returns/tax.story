story: The tax of a return comes back with the credit memo
given 10 BOLT at LYON
when ACME orders SO-1: 10 BOLT
and R-1 goes out
and finance posts INV-1 with tax 5.00
then ACME owes 30.00 EUR
when LYON takes back 5 BOLT of SO-1 line 1
then CM-1 comes to 12.50 EUR
and a case return_unauthorised is open
when send billing.confirm_credit {"credit": 1, "number": "C-1", "total": {"amount": "15.00", "currency": "EUR"}, "tax": "2.50"}
then ACME owes 15.00 EUR
and tax of ACME is -2.50 EUR
