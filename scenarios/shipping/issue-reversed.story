story: A goods issue that was wrong is reversed while it is not invoiced
given 20 BOLT at LYON
when ACME orders SO-1: 10 BOLT
and R-1 goes out
and the goods issue of 4 BOLT of SH-1 is reversed, approved by lea
then SO-1 line 1: 6 shipped, 4 packed
and SO-1 line 1 is billed: 6 billable, 4 not_due
and unbilled of ACME is 15.00 EUR
and LYON has of BOLT: 10 available, 4 staged
# Finance posts the invoice that it was sent before
when finance posts INV-1
then a case invoice_mismatch is open for billing
when SH-1 leaves
then SO-1 line 1: 10 shipped
