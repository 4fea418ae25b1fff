story: A return is denied while its credit memo is on its way to finance
given 10 BOLT at LYON
when ACME orders SO-1: 10 BOLT
and R-1 goes out
and finance posts INV-1
and SH-1 is delivered
and a return of 4 BOLT of SO-1 is authorised
and LYON takes back 4 BOLT on RMA-1
then CM-1 comes to 10.00 EUR
when ann inspects 4 of RMA-1: deny
then SO-1 line 1: 10 delivered
and SO-1 line 1 is billed: 10 invoiced
when finance posts CM-1
then a case credit_mismatch is open
and ACME owes 25.00 EUR
