#!/usr/bin/env bash
# The three questions of docs/views.md, asked with the sqlite3 shell as an analyst would, on the views of a short run.
# Each answer is compared with figures that the program makes without the views: the balances that it exports from the
# ledgers, and the events of its journal.
#   tests/questions.sh [JOURNAL]    without one: two weeks of the demo (QUESTIONS_DAYS=42 for all of it)
set -euo pipefail
bin=${TRUEFILL_BIN:?"TRUEFILL_BIN names the program"}
if ! command -v sqlite3 >/dev/null; then
  echo "sqlite3 is not installed: skipped"
  exit 77
fi
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT

journal=${1:-}
if [ -z "$journal" ]; then
  journal=$dir/run.tf
  headless=()
  if "$bin" demo --help | grep -q -- --headless; then headless=(--headless); fi
  "$bin" demo "${headless[@]}" --days "${QUESTIONS_DAYS:-14}" --keep "$journal" >"$dir/demo" ||
    { tail -20 "$dir/demo" >&2; exit 1; }
fi

events=$dir/events.jsonl
"$bin" export "$journal" --format jsonl --out "$events"

# Asks the views of a file, and compares.
ask() {
  local db=$1 at=$2
  mkdir -p "$at"
  sqlite3 -csv "$db" "select * from late_orders_by_carrier" >"$at/late.csv"
  sqlite3 -csv "$db" "select * from fill_rate_by_site_and_week" >"$at/fill.csv"
  sqlite3 -csv "$db" "select * from open_billable_by_age" >"$at/billable.csv"
  sqlite3 -csv "$db" "select bucket, sum(quantity) from line_quantities group by 1" >"$at/pipeline.csv"
  sqlite3 -csv "$db" "select billing, sum(quantity) from line_quantities group by 1" >"$at/billing.csv"
  sqlite3 -csv "$db" "select site, sum(available), sum(allocated), sum(staged) from stock group by 1" >"$at/stock.csv"
  sqlite3 "$db" "select as_of, position from views_position" >"$at/place"
  python3 "$(dirname "$0")/questions.py" "$at"
}

# Made from the end, and made record by record as a server does: every row must be the same.
"$bin" views "$journal" --out "$dir/end.db" --json
"$bin" views "$journal" --out "$dir/follow.db" --follow --json
for db in end follow; do
  sqlite3 "$dir/$db.db" .dump | LC_ALL=C sort >"$dir/$db.sql"
done
cmp "$dir/end.sql" "$dir/follow.sql" ||
  { diff "$dir/end.sql" "$dir/follow.sql" | head -20 >&2; echo "the two ways give different rows" >&2; exit 1; }

# What docs/views.md shows is what an analyst types: the statements are taken from there.
awk '/^```sql$/ { on = 1; next } /^```$/ { on = 0 } on' docs/views.md >"$dir/questions.sql"
[ "$(grep -c ';$' "$dir/questions.sql")" -ge 3 ] || { echo "docs/views.md asks fewer than three questions" >&2; exit 1; }
sqlite3 -bail -box "$dir/end.db" <"$dir/questions.sql"

mkdir "$dir/end"
"$bin" export "$journal" --format balances --book all --out "$dir/end/balances.csv"
ask "$dir/end.db" "$dir/end"

# And in the middle of the run, where much is under way: late deliveries, unfilled orders, goods that are not billed.
middle=$(($(sqlite3 "$dir/end.db" "select position from views_position") * 3 / 5))
"$bin" views "$journal" --to "$middle" --out "$dir/middle.db" --json
ask "$dir/middle.db" "$dir/middle"
open=$(sqlite3 "$dir/middle.db" "select count(*) from open_billable_by_age")
[ "$open" -gt 0 ] || { echo "nothing was open to bill in the middle of the run" >&2; exit 1; }
