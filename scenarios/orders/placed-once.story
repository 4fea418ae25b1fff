story: An order that is sent twice is placed once
# The shop repeats the message because the answer was lost; then somebody sends the same order number as a
# message of its own. Neither makes a second order.
given 100 BOLT at LYON
when ACME orders SO-1: 10 BOLT
and the message is repeated
then SO-1 line 1: 10 released
when ACME orders SO-1: 10 BOLT
then refused already_placed
and SO-1 line 1: 10 released
and LYON has of BOLT: 90 available, 10 allocated
and there is no R-2
