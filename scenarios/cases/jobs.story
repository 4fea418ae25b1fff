story: What another system does not take is tried again, asked about, or decided by a person
# A warehouse system that got nothing is simply asked again. Where the connection broke after sending, it
# depends on the system whether it may be asked again.
given 20 BOLT at LYON
when ACME orders SO-1: 10 BOLT
and the job send_release for wms:LYON fails: not_done
then a job send_release waits for wms:LYON
when 10 minutes pass
and the job send_release for wms:LYON fails: unknown
then a job send_release waits for wms:LYON
when 10 minutes pass
and the job send_release for wms:LYON fails: refused
then a case job_failed is open for integration
# The site has it after all
when LYON acknowledges R-1
then no job send_release waits
and SO-1 line 1: 10 released
