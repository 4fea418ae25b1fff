story: Bug class 6: a part is a part, and the rest can still go
# erpnext#12354 (99.9996 % is "to bill" and stuck), vendure#2191 (2 of 3 cannot ship). Quantities are whole
# numbers and the status is read from them, so the last piece of ten thousand counts.
given 9999 BOLT at LYON
when ACME orders SO-1: 10000 BOLT, 3 NUT
and R-1 goes out
then SO-1 line 1: 9999 shipped, 1 backordered
and SO-1 line 1 is billed: 9999 billable, 1 not_due
and order SO-1 is partially_shipped
and INV-1 comes to 24997.50 EUR
when finance posts INV-1
and SH-1 is delivered
then order SO-1 is partially_delivered
given 1 BOLT at LYON
and 2 NUT at LYON
when R-2 goes out
and R-3 goes out
then SO-1 line 2: 2 shipped, 1 backordered
when line 2 of SO-1 is amended to 2
then SO-1 line 2: 2 shipped, 1 cancelled
when SH-2 is delivered
and SH-3 is delivered
and finance posts INV-2
and finance posts INV-3
then SO-1 line 1: 10000 delivered
and order SO-1 is completed
and the case backordered was resolved
