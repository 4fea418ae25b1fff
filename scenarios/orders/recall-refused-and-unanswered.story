story: A site that cannot stop, and one that does not answer
given 10 BOLT at LYON
and 10 NUT at METZ
when ACME orders SO-1: 10 BOLT
and ACME orders SO-2: 10 NUT
and LYON acknowledges R-1
and METZ acknowledges R-2
and SO-1 is cancelled
and SO-2 is cancelled
and LYON cannot stop R-1: it is on the truck
then a case recall_refused is open for customer_service
and SO-1 line 1: 10 released
when 5 hours pass
then a case recall_unanswered is open for warehouse_lead
when METZ stops R-2
then SO-2 line 1: 10 cancelled
and no case recall_unanswered is open
