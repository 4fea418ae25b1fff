story: A label that is no SSCC is left off, and somebody labels the carton anew
given 10 BOLT at LYON
when ACME orders SO-1: 10 BOLT
and LYON picks 10 BOLT of R-1
and LYON packs R-1 into 340123450000000018
then SO-1 line 1: 10 packed
and a case sscc_invalid is open for warehouse_lead
