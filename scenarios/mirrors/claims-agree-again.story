story: A contradiction of another system is over when it agrees again
# The ERP is ahead of the site by more than 4 hours: a case. Then the site's message comes after all.
given 30 BOLT at LYON
and 10 NUT at LYON
when ACME orders SO-1: 10 BOLT, 10 NUT
and LYON acknowledges R-1
and the erp claims that 10 of SO-1 line 1 are shipped
and the oms claims that 10 of SO-1 line 1 are shipped
and 5 hours pass
then 2 cases contradiction are open for integration
when LYON picks all of R-1
and LYON packs R-1
and POST accepts SH-1
and SH-1 leaves
then no case is open
and the case contradiction was resolved
# The system corrects itself
when the erp claims that 10 of SO-1 line 1 are cancelled
then a case contradiction is open for integration
when the erp claims that 0 of SO-1 line 1 are cancelled
then no case is open
# Each word has to agree: one of two still contradicts
when the erp claims that 10 of SO-1 line 1 are cancelled
and the erp claims that 12 of SO-1 line 1 are shipped
then a case contradiction is open for integration
when the erp claims that 0 of SO-1 line 1 are cancelled
then a case contradiction is open for integration
when the erp claims that 10 of SO-1 line 1 are shipped
then no case is open
