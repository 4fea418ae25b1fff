story: Money without goods needs two people and never exceeds its invoice line
given 10 BOLT at LYON
when ACME orders SO-1: 10 BOLT
and R-1 goes out
and finance posts INV-1
and 5.00 EUR are credited on INV-1 line 1, asked by ann, approved by ann
then refused not_approved
when 26.00 EUR are credited on INV-1 line 1, asked by ann, approved by ben
then refused exceeds_invoice_line
when 5.00 EUR are credited on INV-1 line 1, asked by ann, approved by ben
then CM-1 comes to 5.00 EUR
when finance posts CM-1
then ACME owes 20.00 EUR
and SO-1 line 1 is billed: 10 invoiced
and discount of ACME is 5.00 EUR
# The rest comes in but for a few cents
when ACME pays INV-1 with 19.90 EUR under B-1
and 0.10 of INV-1 are written off, approved by ben
then ACME owes 0.00 EUR
and INV-1 is paid
