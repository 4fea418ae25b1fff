story: A price that is not the list's is looked at before anything leaves
given 100 BOLT at LYON
when ACME orders SO-1: 10 BOLT at 2.40
then SO-1 is on hold for price_mismatch
and SO-1 line 1: 10 reserved
and a case price_mismatch is open for customer_service with a value of 24.00 EUR
# It was agreed: the customer pays what he ordered at.
when H-1 is lifted
and R-1 goes out
then INV-1 comes to 24.00 EUR
