story: What is lost before finance has posted the invoice is not owed
given 10 BOLT at LYON
when ACME orders SO-1: 10 BOLT
and R-1 goes out
and 4 BOLT of SH-1 are lost, approved by ann
then SO-1 line 1 is billed: 6 billable, 4 waived
and unbilled of ACME is 15.00 EUR
when finance posts INV-1
then a case invoice_mismatch is open
and ACME owes 15.00 EUR
and unbilled of ACME is 0.00 EUR
and SO-1 line 1 is billed: 6 invoiced, 4 waived
when SH-1 is delivered
then SO-1 line 1: 6 delivered, 4 lost
