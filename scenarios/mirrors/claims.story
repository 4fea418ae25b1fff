story: Another system's word about an order is held against the ledger
# The ERP says that 10 are shipped before the site's message is here: it has 4 hours to come.
given 10 BOLT at LYON
and 10 NUT at LYON
when ACME orders SO-1: 10 BOLT
and LYON acknowledges R-1
and the erp claims that 10 of SO-1 line 1 are shipped
then no case is open
when LYON picks all of R-1
and LYON packs R-1
and POST accepts SH-1
and SH-1 leaves
and 5 hours pass
then no case is open
# Claimed, and it never comes true
when ACME orders SO-2: 10 NUT
and LYON acknowledges R-2
and the erp claims that 10 of SO-2 line 1 are shipped
and 5 hours pass
then a case contradiction is open for integration
# What has left cannot be cancelled: no need to wait
when the erp claims that 10 of SO-1 line 1 are cancelled
then 2 cases contradiction are open
