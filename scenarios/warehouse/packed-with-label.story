story: Cartons carry labels, each one once
given 20 BOLT at LYON
when ACME orders SO-1: 10 BOLT
and LYON acknowledges R-1
and LYON picks 10 BOLT of R-1
and LYON packs 6 BOLT of R-1 into 340123450000000017
then HU-1 has SSCC 340123450000000017
and SO-1 line 1: 6 packed, 4 picked
and there is no SH-1
when LYON packs 4 BOLT of R-1
then HU-2 has a right SSCC
and SH-1 is tendered
# The label of a carton that stands there already, on goods of another order
when ACME orders SO-2: 5 BOLT
and LYON picks 5 BOLT of R-2
and LYON packs 5 BOLT of R-2 into 340123450000000017
then SO-2 line 1: 5 packed
and a case sscc_reused is open for warehouse_lead
# One carton leaves before the other
when POST accepts SH-1
and HU-1 of SH-1 leaves
then SO-1 line 1: 6 shipped, 4 packed
and INV-1 comes to 15.00 EUR
when HU-2 of SH-1 leaves
then SO-1 line 1: 10 shipped
and INV-2 comes to 10.00 EUR
