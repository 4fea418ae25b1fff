story: Bug class 1: what is reserved is counted from the orders, so it cannot drift from the stock
# odoo#62139, saleor#5334, medusa#12401, erpnext#57207: a second counter of reserved stock that a nightly job has
# to re-align. Here stock and orders move in one posting, and the audit compares them after every line.
given 20 BOLT at LYON
and 10 BOLT at LILLE
when ACME orders SO-1: 12 BOLT
and ACME orders SO-2: 15 BOLT
then SO-1 line 1: 12 released
and SO-2 line 1: 10 reserved, 5 released
and LYON has of BOLT: 3 available, 17 allocated
and LILLE has of BOLT: 10 allocated
# A cancellation, a short pick, a count that finds less, a hold: each moves both sides
when 4 of line 1 of SO-2 are cancelled
then LILLE has of BOLT: 4 available, 6 allocated
when LYON picks 10 BOLT of R-1, 2 not found
then a case short_pick is open for warehouse_lead
and LYON has of BOLT: 1 available, 2 held, 7 allocated, 10 staged
when LYON counts 18 BOLT by ann, approved by ben
then LYON has of BOLT: 1 available, 7 allocated, 10 staged
when 4 BOLT at LILLE go on hold
then LILLE has of BOLT: 4 held, 6 allocated
when LILLE counts 5 BOLT by ann, approved by ben
then LILLE has of BOLT: 4 held, 1 allocated
and SO-2 line 1: 1 reserved, 6 released, 4 cancelled, 4 backordered
