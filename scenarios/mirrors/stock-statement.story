story: A site's list of balances is held against the book
# What is under way may explain a difference; what cannot is a case and a count, never an overwrite.
given 100 BOLT at LYON
when LYON states 100 BOLT, statement S-1
then no case is open
# 10 have left by the site's system, and its message is still under way: allocated units may have left.
when ACME orders SO-1: 10 BOLT
and LYON acknowledges R-1
and LYON states 90 BOLT, statement S-2
then no case is open
and LYON has of BOLT: 90 available, 10 allocated
when LYON picks all of R-1
and LYON packs R-1
and POST accepts SH-1
and SH-1 leaves
and LYON states 90 BOLT, statement S-3
then no case is open
# 7 less, and nothing explains it
when LYON states 83 BOLT, statement S-4
then a case stock_mismatch is open for inventory_control
and a job request_count waits for wms:LYON
and LYON has of BOLT: 90 available
when LYON states 83 BOLT, statement S-4
then refused already_reported
when LYON counts 83 BOLT by ann, approved by ben
then LYON has of BOLT: 83 available
