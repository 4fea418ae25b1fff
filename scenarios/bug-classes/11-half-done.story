story: Bug class 11: many steps are done together, or it is known which one is not
# medusa#16825 (an order without reservation), medusa-fulfillment-shippo#128 (an error here, and a shipment at the
# carrier). One message and all that follows from it is one record. What needs another system is asked for in
# that record, and its answer decides.
given 10 BOLT at LYON
when ACME orders SO-1: 10 BOLT
then SO-1 line 1: 10 released
and a job send_release waits for wms:LYON
when LYON acknowledges R-1
and LYON picks all of R-1
and LYON packs R-1
then a job tender waits for carrier:POST
# The connection to the carrier breaks after the request was sent. Nobody knows whether it has the shipment; it is
# asked before anything is sent again.
when the job tender for carrier:POST fails: unknown
and 1 hours pass
then a job tender waits for carrier:POST
and SH-1 is tendered
and there is no SH-2
when POST accepts SH-1
then no job tender waits
when SH-1 leaves
then SO-1 line 1: 10 shipped
# An order of which one line is not understood is not accepted in half
when ACME orders SO-2: 1 BOLT, 1 WASHER
then refused item_unmapped
and a case unmapped is open for master_data
and there is no order SO-2
and LYON has of BOLT: 0 available
