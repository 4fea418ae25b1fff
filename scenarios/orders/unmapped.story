story: What we do not know is a case, never a guess
# Unknown items and customers are refused with a case for master data. A word of the shop's own is known by its
# cross-reference.
given 100 BOLT at LYON
when ACME orders SO-1: 10 WASHER
then refused item_unmapped
and a case unmapped is open for master_data
and there is no order SO-1
when OMEGA orders SO-2: 10 BOLT
then refused customer_unmapped
when ACME orders SO-3: 10 SCREW
then SO-3 line 1: 10 released
and R-1 sends 10 BOLT for SO-3 to LYON
when ACME orders SO-4: 1 RELIC
then refused item_blocked
when ACME orders SO-5: 1 BOLT; in USD
then refused price_missing
and a case price_mismatch is open for customer_service
