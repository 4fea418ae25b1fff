story: Bug class 8: a cancellation or a refund takes effect once, and only when something is due
# medusa#5158 (thousands of cancels, each answered with 200, quantity -428,723), vendure#4013 (refund with nothing
# due), #3152 (a failed refund was counted).
given 20 BOLT at LYON
when ACME orders SO-1: 30 BOLT
and 10 of line 1 of SO-1 are cancelled
then SO-1 line 1: 20 released, 10 cancelled
and the case backordered was resolved
when SO-1 is cancelled
and the message comes again as another one
then refused already_cancelled
when LYON stops R-1
then SO-1 line 1: 30 cancelled
when SO-1 is cancelled
then refused already_cancelled
and SO-1 line 1: 30 cancelled
and LYON has of BOLT: 20 available
# A refund moves money when finance has posted it, and once
when ACME orders SO-2: 10 BOLT
and R-2 goes out
and finance posts INV-1
and ACME pays INV-1
and LYON takes back 2 BOLT of SO-2 line 1 under GR-1
then CM-1 is prepared
and a case return_unauthorised is open for customer_service
and ACME owes 0.00 EUR
when send billing.reject_credit {"credit": 1, "reason": "period closed"}
then ACME owes 0.00 EUR
and a case credit_mismatch is open for billing
and SO-2 line 1 is billed: 8 invoiced, 2 credit_due
when send billing.request_credit {"order_id": 2}
then CM-2 is prepared
when finance posts CM-2
then ACME owes 0.00 EUR
and prepaid of ACME is -5.00 EUR
when finance posts CM-2
then refused already_posted
when send billing.request_credit {"order_id": 2}
then refused nothing_due
and prepaid of ACME is -5.00 EUR
