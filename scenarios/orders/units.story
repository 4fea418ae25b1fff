story: Units convert exactly or not at all
# A case of bolts has 12. Half a bolt is no bolt, and nothing is ever rounded. The price of a case counts for
# the case.
given 100 BOLT at LYON
when ACME orders SO-1: 2 CS BOLT
then SO-1 line 1: 24 released
when ACME orders SO-2: 3 HALF BOLT
then refused inexact_unit
and a case inexact_unit is open for master_data
and there is no order SO-2
when ACME orders SO-3: 4 HALF BOLT
then SO-3 line 1: 2 released
when ACME orders SO-4: 1 PALLET BOLT
then refused unit_unmapped
and a case unmapped is open for master_data
# 12 do not divide 10.00 exactly.
when ACME orders SO-5: 1 CS BOLT at 10.00
then refused inexact_price
when ACME orders SO-6: 1 CS BOLT at 30.00
then SO-6 line 1: 12 released
when R-3 goes out
then INV-1 comes to 30.00 EUR
