story: What comes back leaves the rest of its shipment to say what it is
given 10 BOLT at LYON
when ACME orders SO-1: 10 BOLT
and R-1 goes out
and finance posts INV-1
and 4 of line 1 of SH-1 are lost, approved by ben
then SH-1 is departed
and CM-1 comes to 10.00 EUR
# The carrier brings the other six back: nothing is on its way any more
when LYON takes back 6 BOLT of SO-1 line 1
then SO-1 line 1: 4 lost, 6 returned
and SH-1 is lost
and a case return_unauthorised is open for customer_service
