story: Stock under a wrong lot is relabelled
given 10 MILK at LYON in lot L1 best before 2026-05-01
when send inventory.relabel_stock {"site": "LYON", "reason": "wrong label", "takes": [{"item": "MILK", "lot": "L1", "quantity": 4}], "makes": [{"item": "MILK", "lot": "L7", "quantity": 4, "expires": "2026-06-01"}]}
then LYON has 6 MILK available in lot L1
and LYON has 4 MILK available in lot L7
