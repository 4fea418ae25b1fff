story: A reversed invoice is billed again with its freight
given 10 BOLT at LYON
when ACME orders SO-1: 10 BOLT; freight 5.00
and R-1 goes out
and finance posts INV-1
and INV-1 is reversed and billed again, approved by ben
then CM-1 comes to 30.00 EUR
when finance posts CM-1
then INV-2 comes to 30.00 EUR
when finance posts INV-2
then ACME owes 30.00 EUR
