story: Cancelling takes what has not left, and asks for what a site holds
# Open, backordered, promised and reserved units are cancelled at once. What a site holds is asked back and
# is cancelled when the site has stopped. What has left stays sold.
given 30 BOLT at LYON
and supply PO-7 of 5 NUT at LYON due 2026-03-09
# Backordered and promised
when ACME orders SO-1: 40 NUT
then SO-1 line 1: 5 promised, 35 backordered
when SO-1 is cancelled
then SO-1 line 1: 40 cancelled
and SO-1 line 1 is billed: 40 voided
and LYON has of NUT: 5 inbound
and order SO-1 is cancelled
# Reserved in the queue of a wave site
given 10 BOLT at LILLE
when ACME orders SO-2: 40 BOLT
then SO-2 line 1: 30 released, 10 reserved
when 10 of line 1 of SO-2 are cancelled
then SO-2 line 1: 30 released, 10 cancelled
and LILLE has of BOLT: 10 available
# Released: asked back, and nothing moves until the site answers
when 5 of line 1 of SO-2 are cancelled
then SO-2 line 1: 30 released, 10 cancelled
and a job send_recall waits for wms:LYON
and the story of SO-2 says asked the site to stop, not confirmed
when LYON stops R-1
then SO-2 line 1: 25 released, 15 cancelled
and no job send_recall waits
# Picked: put back first
when LYON picks 25 BOLT of R-1
and 5 of line 1 of SO-2 are cancelled
and LYON stops R-1
then the message waits
and SO-2 line 1: 25 picked, 15 cancelled
when LYON puts back 5 BOLT of R-1
then SO-2 line 1: 20 picked, 20 cancelled
and nothing waits
# Packed: unpacked, put back, then stopped
when LYON packs R-1
and 20 of line 1 of SO-2 are cancelled
and LYON unpacks HU-1
and LYON puts back 20 BOLT of R-1
and LYON stops R-1
then SO-2 line 1: 40 cancelled
and LYON has of BOLT: 30 available
and order SO-2 is cancelled
# Shipped: never
when ACME orders SO-3: 10 BOLT
and R-2 goes out
and SO-3 is cancelled
then refused already_shipped
and SO-3 line 1: 10 shipped
and no case is open
and the case backordered was resolved
