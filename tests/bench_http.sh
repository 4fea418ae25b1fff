#!/usr/bin/env bash
# `truefill bench --http` measures a server of its own: every figure is there, and nothing of it is left behind.
# How fast it is, nobody asks here.
set -euo pipefail

truefill=${TRUEFILL_BIN:?the program}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

fail() { echo "FAILED: $*"; echo "--- stderr:"; cat "$folder/err"; exit 1; }

"$truefill" bench --http --json --runs 1 --commands 1000 --growth-minutes 0 --folder "$folder/work" \
    >"$folder/out" 2>"$folder/err" || fail "it ends with $?"
keys='single_per_s single_p99_ms_at_half bulk_per_s order_reads_per_s feed_events_per_s views_lag_p99_ms
      views_catch_up_per_s'
for key in $keys; do
    grep -Eq "\"$key\":[0-9]" "$folder/out" || fail "$key is not measured: $(cat "$folder/out")"
    grep -q "^$key" "$folder/err" || fail "nothing is said of $key"
done
grep -q '"rss_growth_ratio_10min":null' "$folder/out" || fail "a growth that was not measured"
[ "$(grep -o '":' "$folder/out" | wc -l)" = 8 ] || fail "other keys: $(cat "$folder/out")"
[ ! -e "$folder/work" ] || fail "it leaves its folder behind: $(ls "$folder/work")"
if "$truefill" bench --growth-minutes 1 >/dev/null 2>"$folder/err"; then fail "an option of --http without it"; fi
echo "the bench measures a server"
