#!/usr/bin/env bash
# A second opinion: hledger reads the exported ledgers, finds every transaction balanced, and comes to the same balance
# in every account as the state of the program, to the last unit and cent.
#   tests/hledger.sh [JOURNAL]    without one: a week of the demo (HLEDGER_DAYS=42 for all of it)
set -euo pipefail
bin=${TRUEFILL_BIN:?"TRUEFILL_BIN names the program"}
if ! command -v hledger >/dev/null; then
  echo "hledger is not installed: skipped"
  exit 77
fi
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT

journal=${1:-}
if [ -z "$journal" ]; then
  journal=$dir/run.tf
  days=${HLEDGER_DAYS:-7}
  "$bin" demo --days "$days" --keep "$journal" >"$dir/demo" || { tail -20 "$dir/demo" >&2; exit 1; }
  [ "$days" -ge 42 ] || grep -q " of 49,978 rows in the file" "$dir/demo" || { echo "how much was played?" >&2; exit 1; }
fi

compare() {
  python3 - "$1" "$2" "$3" <<'PYTHON'
import csv, decimal, sys

def read(path):
    with open(path, newline="") as file:
        rows = list(csv.reader(file))[1:]
    return {(account, commodity): decimal.Decimal(number.replace(",", "")) for account, commodity, number in rows
            if decimal.Decimal(number.replace(",", "")) != 0}

book, theirs, ours = sys.argv[1], read(sys.argv[2]), read(sys.argv[3])
wrong = [key for key in sorted(theirs.keys() | ours.keys()) if theirs.get(key) != ours.get(key)]
for key in wrong[:20]:
    print(f"{book}: {key[0]} {key[1]}: hledger {theirs.get(key, 0)}, Truefill {ours.get(key, 0)}", file=sys.stderr)
print(f"{book}: {len(ours)} balances, {len(wrong)} of them differ")
sys.exit(1 if wrong else 0)
PYTHON
}

failed=0
for book in pipeline billing stock money; do
  "$bin" export "$journal" --format hledger --book "$book" --out "$dir/$book.journal"
  "$bin" export "$journal" --format balances --book "$book" --out "$dir/$book.ours.csv"
  grep -qE '^[0-9]{4}-' "$dir/$book.journal" || { echo "$book: nothing was posted"; continue; }
  hledger -f "$dir/$book.journal" balance --flat --no-total --layout=bare -O csv >"$dir/$book.theirs.csv"
  compare "$book" "$dir/$book.theirs.csv" "$dir/$book.ours.csv" || failed=1
done
exit "$failed"
