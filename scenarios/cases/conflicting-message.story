story: One message name with two contents is a case and takes no effect
given 100 BOLT at LYON
when ACME orders SO-1: 10 BOLT
and under the last id: ACME orders SO-1: 11 BOLT
then the message is reported
and a case conflicting_message is open for integration
and SO-1 line 1: 10 released
# So is one that is older than what we remember
when it is 2026-03-02 09:00
and dated 2025-12-24: ACME orders SO-2: 10 BOLT
then the message is reported
and a case stale is open for integration
and there is no order SO-2
