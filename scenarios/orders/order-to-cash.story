story: An order goes from placement to payment
# The whole flow once, with the documents that people see on the way: release, shipment, invoice, payment.
given 100 BOLT at LYON
and 10 NUT at LYON
when ACME orders SO-1: 10 BOLT, 4 NUT
then SO-1 line 1: 10 released
and SO-1 line 2: 4 released
and R-1 sends 10 BOLT, 4 NUT for SO-1 to LYON
and LYON has 90 BOLT available
and order SO-1 is in_fulfilment
when LYON acknowledges R-1
then R-1 is acknowledged
and no job send_release waits
when LYON picks 10 BOLT, 4 NUT of R-1
then SO-1 line 1: 10 picked
when LYON packs R-1
then HU-1 has a right SSCC
and SH-1 stands with POST
and a job tender waits for carrier:POST
when POST accepts SH-1
and SH-1 leaves
then SO-1 line 1: 10 shipped
and SO-1 line 1 is billed: 10 billable
and a job send_asn waits for customer:ACME
and a job post_invoice waits for finance:ledger
# 10 x 2.50 + 4 x 0.333 = 26.332, rounded to the cent
and INV-1 comes to 26.33 EUR
and unbilled of ACME is 26.33 EUR
and ACME owes 0.00 EUR
when finance posts INV-1
then SO-1 line 1 is billed: 10 invoiced
and unbilled of ACME is 0.00 EUR
and ACME owes 26.33 EUR
when SH-1 is delivered
then SO-1 line 1: 10 delivered
when ACME pays INV-1
then ACME owes 0.00 EUR
and cash of ACME is 26.33 EUR
and INV-1 is paid
and order SO-1 is completed
and no case is open
and the story of SO-1 says paid
