story: What comes back before it was invoiced is not billed at all
given 10 BOLT at LYON
when ACME orders SO-1: 10 BOLT
and R-1 goes out
and LYON takes back 10 BOLT of SO-1 line 1
then SO-1 line 1: 10 returned
and SO-1 line 1 is billed: 10 waived
and unbilled of ACME is 0.00 EUR
and revenue of ACME is 0.00 EUR
and a case return_unauthorised is open for customer_service
and there is no CM-1
