story: A transfer keeps its lots, and a wrong name on the goods is a case
# The label says L9, which was never shipped: it is what was shipped under another name, until somebody looks.
given 10 MILK at LYON in lot L1 best before 2026-05-01
when transfer T-1 sends 10 MILK from LYON to METZ
and R-1 goes out
then METZ has 10 MILK inbound in lot L1
when METZ receives 6 MILK of lot L1 of transfer T-1
and METZ receives 4 MILK of lot L9 of transfer T-1
then METZ has 10 MILK available in lot L1
and a case contradiction is open
