story: A negative invoice takes back what has not left and asks the rest back
# The shop's credit document C-9 takes back 6 of 10. Four have left already.
given 4 BOLT at LYON
when ACME orders SO-1: 10 BOLT
and R-1 goes out
then SO-1 line 1: 4 shipped, 6 backordered
when 8 of line 1 of SO-1 are withdrawn by C-9
then SO-1 line 1: 4 shipped, 6 cancelled
and the case backordered was resolved
and RMA-1 is authorized
when the message comes again as another one
then refused already_withdrawn
and there is no RMA-2
when LYON takes back 2 BOLT on RMA-1
then SO-1 line 1: 2 shipped, 2 returned, 6 cancelled
# More than there ever was
when 20 of line 1 of SO-1 are withdrawn by C-10
then refused withdraws_too_much
and a case unmatched_cancellation is open for customer_service
