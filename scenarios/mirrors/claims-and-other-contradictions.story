story: A system that agrees again settles its own contradiction, not that of a site
given 20 BOLT at LYON
when ACME orders SO-1: 10 BOLT
and LYON picks 10 BOLT of R-1
and LYON puts back 12 BOLT of R-1
then a case contradiction is open for integration
when LYON picks 10 BOLT of R-1
and the erp claims that 10 of SO-1 line 1 are cancelled
and the erp claims that 20 of SO-1 line 1 are shipped
then 2 cases contradiction are open
when the erp claims that 0 of SO-1 line 1 are cancelled
and the erp claims that 0 of SO-1 line 1 are shipped
then a case contradiction is open for integration
and 1 cases contradiction are open
