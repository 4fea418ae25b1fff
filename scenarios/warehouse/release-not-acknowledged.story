story: A site that does not answer is a case, and an answer closes it
given 10 BOLT at LYON
when ACME orders SO-1: 10 BOLT
and 5 hours pass
then a case release_unacknowledged is open for integration
when LYON acknowledges R-1
then no case release_unacknowledged is open
when 3 days pass
then a case release_overdue is open for warehouse_lead with a value of 25.00 EUR
when R-1 goes out
then refused already_acknowledged
and no case is open
