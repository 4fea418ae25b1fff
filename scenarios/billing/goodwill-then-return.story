story: What was given back as goodwill is not given back again with the goods
given 10 BOLT at LYON
when ACME orders SO-1: 10 BOLT
and R-1 goes out
and finance posts INV-1
and 5.00 EUR are credited on INV-1 line 1, asked by ann, approved by ben
and finance posts CM-1
and a return of 10 BOLT of SO-1 is authorised
and LYON takes back 10 BOLT on RMA-1
then CM-2 comes to 20.00 EUR
when finance posts CM-2
then ACME owes 0.00 EUR
and SO-1 line 1 is billed: 10 credited
and no case is open
and discount of ACME is 0.00 EUR
and revenue of ACME is 0.00 EUR
