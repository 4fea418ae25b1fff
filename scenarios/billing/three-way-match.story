story: Finance's answer must agree with order and shipment
# Another total posts nothing: the goods stay unbilled, and a case says who must clear it up. The corrected
# answer is taken.
given 10 BOLT at LYON
when ACME orders SO-1: 10 BOLT
and R-1 goes out
and finance posts INV-1 at 24.00 EUR
then INV-1 is match_failed
and SO-1 line 1 is billed: 10 billable
and ACME owes 0.00 EUR
and a case invoice_mismatch is open for billing
when finance posts INV-1 as F-1 with tax 5.00
then INV-1 is posted
and SO-1 line 1 is billed: 10 invoiced
and ACME owes 30.00 EUR
and tax of ACME is -5.00 EUR
and no case is open
when finance posts INV-1 as F-1 with tax 5.00
then refused already_posted
