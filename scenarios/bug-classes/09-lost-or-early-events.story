story: Bug class 9: what is wanted from other systems stays wanted until it is done
# medusa#6016 (the job was deleted before its handler ended), vendure#1107, saleor PR#17086 (the task ran before the
# row was visible). Jobs are part of the record that makes them. Every story runs a second time with a restart
# after each message, this one too: nothing is lost on the way.
given 10 BOLT at LYON
when ACME orders SO-1: 10 BOLT
then a job send_release waits for wms:LYON
when the job send_release for wms:LYON fails: not_done
and 1 hours pass
then a job send_release waits for wms:LYON
when the job send_release for wms:LYON fails: unknown
and 1 hours pass
then a job send_release waits for wms:LYON
when LYON acknowledges R-1
then no job send_release waits
when LYON picks all of R-1
and LYON packs R-1
and POST accepts SH-1
and SH-1 leaves
then a job post_invoice waits for finance:ledger
and a job send_asn waits for customer:ACME
when the job send_asn for customer:ACME is done
then no job send_asn waits
# Money moves when finance says so, not when it was asked
and ACME owes 0.00 EUR
when finance posts INV-1
then no job waits
and ACME owes 25.00 EUR
