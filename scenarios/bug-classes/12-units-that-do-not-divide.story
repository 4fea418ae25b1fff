story: Bug class 12: units convert exactly, or somebody is asked
# odoo#83876 (1 unit became 0.96), #21403 (1 ml became 2), erpnext#40218 (0.001 box was left over). Factors are exact
# fractions; what does not divide is refused with a case for master data.
given 100 BOLT at LYON
when ACME orders SO-1: 1 HALF BOLT
then refused inexact_unit
and a case inexact_unit is open for master_data
when ACME orders SO-2: 1000000 HALF BOLT
then SO-2 line 1: 100 released, 499900 backordered
and a case backordered is open for purchasing
when line 1 of SO-2 is amended to 96
and LYON stops R-1
then SO-2 line 1: 96 released, 499904 cancelled
and LYON has of BOLT: 4 available, 96 allocated
when R-1 goes out
then SO-2 line 1: 96 shipped, 499904 cancelled
and INV-1 comes to 240.00 EUR
# 8 cases of 12
given 92 BOLT at LYON
when ACME orders SO-3: 8 CS BOLT
then SO-3 line 1: 96 released
and LYON has of BOLT: 0 available, 96 allocated
