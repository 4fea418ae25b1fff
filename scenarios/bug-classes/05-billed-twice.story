story: Bug class 5: an invoice uses up the units that it bills
# erpnext PR#28218 and #12971, Dolibarr#17696: the same delivery on two invoices, or twice on one.
given 20 BOLT at LYON
when ACME orders SO-1: 10 BOLT; freight 5.00
and R-1 goes out
then INV-1 comes to 30.00 EUR
when SH-1 is billed
then refused already_invoiced
when finance posts INV-1 as F-1
and the message comes again as another one
then refused already_posted
and ACME owes 30.00 EUR
when SH-1 is billed
then refused already_invoiced
and there is no INV-2
# Finance posts it a second time under another number: nothing moves, and somebody has to tell them
when finance posts INV-1 as F-9
then ACME owes 30.00 EUR
and a case contradiction is open for integration
# One number for two invoices
when ACME orders SO-2: 10 BOLT
and R-2 goes out
and finance posts INV-2 as F-1
then INV-2 is matched
and ACME owes 30.00 EUR
and 2 cases contradiction are open
