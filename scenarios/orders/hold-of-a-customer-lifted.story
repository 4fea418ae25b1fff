story: Lifting a hold on a customer or an item lets go what waited for it
given 100 BOLT at LYON
and 100 NUT at LYON
when customer ACME is put on hold for fraud, blocking release
and ACME orders SO-1: 10 BOLT
then SO-1 line 1: 10 reserved
when H-1 is lifted
then SO-1 line 1: 10 released
when item NUT at LYON is put on hold for recall, blocking reserve, release
and ACME orders SO-2: 5 NUT
then LYON has 100 NUT available
when H-2 is lifted
then SO-2 line 1: 5 released
and no case backordered is open
