story: An order without an address is held, and nobody ships to nowhere
given 100 BOLT at LYON
when NOMAD orders SO-1: 10 BOLT
then SO-1 is on hold for address_invalid
and SO-1 line 1: 10 reserved
and a case address_invalid is open for customer_service
and no job waits
