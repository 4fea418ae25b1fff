story: What a late confirmation leaves open is settled by its status
# CP: short, and the rest is not wanted any more. DE: the site took the line out, its stock is good. Nothing
# said: it stays at the site and becomes overdue. IS: something else was sent, without asking.
given 20 BOLT at LILLE
and 20 NUT at LILLE
when ACME orders SO-1: 10 BOLT
and ACME orders SO-2: 5 BOLT, 4 NUT
and ACME orders SO-3: 5 BOLT
and ACME orders SO-4: 5 NUT
and it is 2026-03-02 18:01
and LILLE acknowledges R-1
and LILLE acknowledges R-2
and LILLE acknowledges R-3
and LILLE acknowledges R-4
and LILLE confirms note DN-1 for R-1: 8 BOLT status CP
then SO-1 line 1: 8 shipped, 2 cancelled
and SO-1 line 1 is billed: 8 billable, 2 voided
and a case short_pick is open for warehouse_lead
when LILLE confirms note DN-2 for R-2: 3 BOLT, 0 NUT status DE
then SO-2 line 1: 3 shipped, 2 released
and SO-2 line 2: 4 reserved
and a case deleted_by_site is open for warehouse_lead
when LILLE confirms note DN-3 for R-3: 5 BOLT status IS with NUT instead
then SO-3 line 1: 5 released
and a case substitution_unapproved is open for customer_service
and LILLE has 5 NUT suspense
when LILLE confirms note DN-4 for R-4: 3 NUT status CC
then SO-4 line 1: 3 shipped, 2 released
and a case contradiction is open for integration
when finance posts INV-1
and finance posts INV-2
and finance posts INV-3
and LILLE counts 10 BOLT by ann, approved by ben
and 49 hours pass
then 3 cases release_overdue are open for warehouse_lead
# What was taken out of R-2 went out again with the next wave, and nobody has answered for it
and a case release_unacknowledged is open for integration
