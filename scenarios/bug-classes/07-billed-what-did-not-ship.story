story: Bug class 7: only what left is billed, and what came back is not
# odoo#158054 (the whole kit was invoiced), PR#254871 (a returned order "fully invoiced"), ofbiz PR#1851 (every
# item on every shipment). Kits come later; the rule that protects them is the same.
given 6 BOLT at LYON
and 4 NUT at METZ
when ACME orders SO-1: 10 BOLT, 4 NUT
then R-1 sends 6 BOLT for SO-1 to LYON
and R-2 sends 4 NUT for SO-1 to METZ
when R-1 goes out
then INV-1 comes to 15.00 EUR
and SO-1 line 1 is billed: 6 billable, 4 not_due
and SO-1 line 2 is billed: 4 not_due
when R-2 goes out
then INV-2 comes to 1.33 EUR
# The customer does not want the rest
when 4 of line 1 of SO-1 are cancelled
then SO-1 line 1 is billed: 6 billable, 4 voided
and the case backordered was resolved
when finance posts INV-1
and finance posts INV-2
# Half of it comes back and is credited: exactly that
when LYON takes back 3 BOLT of SO-1 line 1
then a case return_unauthorised is open for customer_service
and SO-1 line 1 is billed: 3 invoiced, 3 credit_due, 4 voided
and CM-1 comes to 7.50 EUR
when finance posts CM-1
then ACME owes 8.83 EUR
and SO-1 line 1: 3 shipped, 3 returned, 4 cancelled
