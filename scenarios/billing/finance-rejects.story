story: An invoice that finance refuses is voided and billed anew
given 10 BOLT at LYON
when ACME orders SO-1: 10 BOLT
and R-1 goes out
and finance rejects INV-1: period closed
then INV-1 is match_failed
and a case invoice_mismatch is open for billing with a value of 25.00 EUR
when ann voids INV-1
then INV-1 is voided
when SH-1 is billed
then INV-2 is matched
when finance posts INV-2
then SO-1 line 1 is billed: 10 invoiced
and no case is open
