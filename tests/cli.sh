#!/usr/bin/env bash
# The command line from outside: exit codes, errors with their place, JSON that parses, nothing half imported.
set -uo pipefail
bin=${TRUEFILL_BIN:?"TRUEFILL_BIN names the program"}
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
failures=0

complain() {
  echo "FAILED: $*" >&2
  failures=$((failures + 1))
}

# run CODE arguments...: stdout in $out, stderr in $err
run() {
  local expected=$1 code=0
  shift
  "$bin" "$@" >"$dir/out" 2>"$dir/err" </dev/null || code=$?
  out=$(<"$dir/out")
  err=$(<"$dir/err")
  [ "$code" = "$expected" ] || complain "truefill $*: exit code $code instead of $expected: $err"
}

says() { # says WHERE TEXT
  local text=${!1}
  [[ $text == *"$2"* ]] || complain "$1 does not say '$2' but: $text"
}

# json EXPRESSION: a Python expression over the object j that must be true
json() {
  python3 -c '
import json, sys
j = json.load(open(sys.argv[1]))
if not eval(sys.argv[2]):
    print("not true:", sys.argv[2], "in", json.dumps(j)[:600], file=sys.stderr)
    sys.exit(1)' "$dir/out" "$1" || complain "$1"
}

# ---------------------------------------------------------------- help and arguments
run 0 --help
cp "$dir/out" "$dir/main-help"
for command in demo import explain verify replay export serve sim bench search; do
  grep -q "^  $command " "$dir/main-help" || complain "the main help does not name $command"
  run 0 "$command" --help
  says out "Examples:"
done
run 0 --version
says out "truefill "
misused() { # misused SENTENCE arguments...: refused with the sentence, the place of the help, and exit code 2
  local sentence=$1
  shift
  run 2 "$@"
  says err "truefill: $sentence"
  says err 'Try `truefill '
  [ -z "$out" ] || complain "truefill $*: an error on stdout: $out"
}
misused 'name a command; the commands are demo, import, explain, verify'
misused '`verfy`: there is no such command; did you mean `verify`?; the commands are demo, import' verfy run.tf
misused '`frobnicate`: there is no such command; the commands are demo, import' frobnicate
misused '`--frob`: a command comes first; the commands are demo' --frob
misused 'replay needs FILE, as in: truefill replay run.tf' replay
misused 'export needs --format FORMAT, as in: truefill export run.tf --format hledger' export run.tf
misused 'explain needs ORDER and --journal FILE, as in: truefill explain SO-1001 --journal run.tf' explain
misused '`--format xml`: give hledger, balances, csv or jsonl' export nowhere.tf --format xml
misused '`--mood sad`: give calm, faulty or crashing' demo --mood sad
misused '`--days 0`: give a whole number from 1 to 366' demo --days 0
misused '`--days 1x`: give a whole number from 1 to 366' demo --days 1x
misused '`--seed -1`: give a whole number, 0 or more' demo --seed -1
misused '`--to -1`: give a whole number, 1 or more' replay nowhere.tf --to -1
misused '`--to`: its value is missing: give --to POSITION' replay nowhere.tf --to
misused '`--seed`: give it once' demo --seed 1 --seed 2
misused '`--dayz`: demo has no such option; did you mean `--days`?' demo --dayz 3
misused '`more.tf`: one argument too many for verify' verify run.tf more.tf
misused '`--plant none`: give drop_posting, lose_seen_entry or answer_before_sync' sim --plant none
misused '`--port abc`: ' serve --journal "$dir/never.tf" --port abc
for only in '--port 0' '--speed 60' '--hours 3' --no-report; do
  run 2 demo --headless $only
  says err "\`${only% *}\`: only a demo with its server has it"
done
run 2 views
says err 'views needs FILE, as in: truefill views run.tf'
run 2 demo --days 0 --json
json 'j["error"]["code"] == "bad_arguments" and "--days 0" in j["error"]["sentence"]'
run 0 sim --help
says out "For tests of the simulator"

# ---------------------------------------------------------------- journals that are not there or not ours
for command in verify replay; do
  run 4 "$command" "$dir/nowhere.tf"
  says err "$dir/nowhere.tf"
done
run 4 verify "$dir/nowhere.tf" --json
json 'j["error"]["code"] == "missing"'
echo "this is not a journal, whatever its name says" >"$dir/foreign.tf"
run 4 verify "$dir/foreign.tf"
run 4 explain SO-1 --journal "$dir/foreign.tf"
run 4 export "$dir/foreign.tf" --format csv
run 4 import examples/own-csv/orders.csv --journal "$dir/foreign.tf"
grep -q "this is not a journal" "$dir/foreign.tf" || complain "a foreign file was changed"
alone() { # alone FILE: nothing was left beside it
  local beside
  beside=$(compgen -G "$1-*") && complain "left behind: $beside"
}
alone "$dir/foreign.tf"

# ---------------------------------------------------------------- the demo and the simulator
run 3 demo --data "$dir/nowhere" --json
json 'j["error"]["code"] == "no_folder" and "--data" in j["error"]["sentence"]'
says err "there is no folder $dir/nowhere"
run 4 demo --keep "$dir/foreign.tf" --json
json 'j["error"]["code"] == "file_exists"'
run 4 demo --keep "$dir/no/such/folder.tf"
says err "mkdir -p"
run 0 demo --days 1 --json
json '0 < j["came_in"]["rows"] < j["came_in"]["rows_in_file"] == 49978'
json 'j["came_in"]["orders"] < 1786 and j["went_out"][0]["orders"] == j["came_in"]["orders"]'
json 'len(j["stories"]) == 5 and all("accepted" in one["sentences"][0] for one in j["stories"])'
json 'all(any(" paid " in said for said in one["sentences"]) for one in j["stories"]
          if one["sentences"][-1].endswith("all that was billed is paid."))'
cp "$dir/out" "$dir/demo.json"
python3 - "$dir/demo.json" <<'PYTHON' || complain "the money of the demo does not add up"
import collections, decimal, json, sys

report = json.load(open(sys.argv[1]))
sums = collections.Counter()
for line in report["money"]:
    sums[line.get("part", "addend")] += decimal.Decimal(line.get("amount", "0"))
to_pay = sum(decimal.Decimal(one.get("to_pay", "0")) for one in report["open"])
sys.exit(0 if sums["addend"] == sums["sum"] == sums["part_of_sum"] == to_pay and sums["sum"] > 0 else 1)
PYTHON
run 0 sim --seeds 1
says out "1 world: "
says out " messages, "
run 0 sim --seeds 1 --json
json 'j["seeds"] == 1 and j["violations"] == 0 and j["messages"] > 1000'

# ---------------------------------------------------------------- the real file, only looked at
run 0 import examples/online-retail/online-retail.csv.gz --json
json 'j["rows"] == 49978 and j["accepted"] + j["refused"] + j["cases"] == 49978'
json 'sum(s["rows"] for s in j["files"][0]["sums"]) == 49978'
json 'j["files"][0]["orders"] == 1786'
[ -z "$err" ] || complain "progress on something that is no terminal: $err"
run 0 import examples/online-retail/online-retail.csv.gz
says out "49,978 rows"
[[ $out != *$'\x1B'* ]] || complain "colours on something that is no terminal"

# ---------------------------------------------------------------- files that cannot be taken
good_header='InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country'
head -1 <(gzip -dc examples/online-retail/online-retail.csv.gz) | tr -d '\r' | grep -qx "$good_header" ||
  good_header=$(gzip -dc examples/online-retail/online-retail.csv.gz | head -1 | tr -d '\r')
codes=(--codes examples/online-retail/codes.csv --journal "$dir/none.tf")
bad() { # bad FILE CODE PLACE: refused with the code at the place; no journal is made
  run 3 import "$dir/$1" "${codes[@]}"
  says err "$dir/$1:$3: "
  says err "($2)"
  [ ! -e "$dir/none.tf" ] || complain "$1: a journal was made for a file that cannot be taken"
}
: >"$dir/empty.csv"
bad empty.csv empty_file 1:1
echo "a,b,c" >"$dir/header.csv"
run 3 import "$dir/header.csv" "${codes[@]}"
says err "(wrong_header)"
printf '%s\n536365,85123A,"HOLDER,6,2010-12-01 08:26:00,2.55,17850,United Kingdom\n' "$good_header" >"$dir/quote.csv"
bad quote.csv unterminated_quote 2:15
printf '%s\n536365,85123A,M\xfcller,6,2010-12-01 08:26:00,2.55,17850,United Kingdom\n' "$good_header" >"$dir/latin.csv"
bad latin.csv wrong_encoding 2:16
{ echo "$good_header"; head -c 1000000 /dev/zero | tr '\0' 'x'; echo; } >"$dir/long.csv"
run 3 import "$dir/long.csv" "${codes[@]}"
says err "(row_too_long)"
run 3 import "$dir/missing.csv" "${codes[@]}"
says err "(cannot_read)"
run 3 import "$dir/empty.csv" --codes examples/online-retail/codes.csv --json
json 'j["error"]["code"] == "empty_file"'
# One bad file among good ones: nothing of any is imported.
run 3 import examples/own-csv/orders.csv "$dir/empty.csv" "${codes[@]}"
[ ! -e "$dir/none.tf" ] || complain "a good file was imported beside a bad one"

# ---------------------------------------------------------------- own files into a journal, twice
own=(import examples/own-csv/orders.csv examples/own-csv/stock.csv --journal "$dir/own.tf" --json)
run 0 "${own[@]}"
cp "$dir/out" "$dir/first.json"
json 'j["rows"] == 11 and j["accepted"] == 11 and j["posted"]["records"] >= 5'
run 0 verify "$dir/own.tf" --json
json 'j["ok"] and not j["violations"]'
before=$(python3 -c 'import json,sys; j=json.load(open(sys.argv[1])); print(j["head"], j["digest"])' "$dir/out")
run 0 "${own[@]}"
json 'j["posted"]["records"] == 0 and j["posted"]["duplicates"] == j["posted"]["messages"]'
json 'j["accepted"] == 11'
run 0 verify "$dir/own.tf" --json
after=$(python3 -c 'import json,sys; j=json.load(open(sys.argv[1])); print(j["head"], j["digest"])' "$dir/out")
[ "$before" = "$after" ] || complain "importing twice changed something: $before, then $after"

run 4 import examples/own-csv/orders.csv --journal "$dir/never.tf" --outcomes "$dir/no/such/folder.csv"
[ ! -e "$dir/never.tf" ] || complain "a journal was made though the outcomes cannot be written"
run 0 import examples/own-csv/orders.csv --outcomes "$dir/outcomes.csv"
[ "$(wc -l <"$dir/outcomes.csv")" = "$(wc -l <examples/own-csv/orders.csv)" ] ||
  complain "an outcome for each row: $(<"$dir/outcomes.csv")"

run 0 explain SO-1001 --journal "$dir/own.tf"
says out "What happened"
says out "Why it is here"
run 0 explain SO-1001 --journal "$dir/own.tf" --json
json 'j["order"] == "SO-1001" and len(j["lines"]) == 2 and j["why"] and j["story"][0]["events"]'
run 5 explain SO-9999 --journal "$dir/own.tf"
says err "knows no order SO-9999"
run 5 explain SO-1002 --journal "$dir/own.tf" --to 1
says err "had no order SO-1002 at record 1: it came with record "
run 5 explain SO-1002 --journal "$dir/own.tf" --to 1 --json
json 'j["error"]["code"] == "not_yet"'
run 0 verify "$dir/own.tf" --json
json 'all(any(one["name"].startswith(f"I{i}: ") for one in j["checks"]) for i in range(1, 18))'
json 'all(one["holds"] for one in j["checks"])'
TRUEFILL_JOURNAL="$dir/own.tf" run 0 explain SO-1002
run 2 explain SO-1002
run 0 replay "$dir/own.tf" --to 1 --json
json 'j["position"] == 1 and j["orders"] == 0'
run 0 replay "$dir/own.tf" --json
json 'j["orders"] == 3'
run 5 replay "$dir/own.tf" --to 1000000
run 2 export "$dir/own.tf" --format jsonl --book money
says err "jsonl writes events"
run 2 export "$dir/own.tf" --format jsonl --by-order
says err "jsonl writes events"
run 2 export "$dir/own.tf" --format csv --book money --by-order
run 2 import examples/own-csv/orders.csv --journal "$dir/own.tf" --site LYON
says err "only the online-retail export has stock adjustments"
run 2 import examples/own-csv/orders.csv --codes examples/online-retail/codes.csv
says err "no table of codes is read"
run 2 import examples/online-retail/online-retail.csv.gz --site LYON
says err "name it with --journal FILE"
run 0 export "$dir/own.tf" --format jsonl
python3 -c 'import json,sys; [json.loads(line) for line in open(sys.argv[1])]' "$dir/out" || complain "jsonl"
run 0 export "$dir/own.tf" --format csv --out "$dir/postings.csv"
[ "$(head -1 "$dir/postings.csv" | cut -d, -f1-4)" = "position,ordinal,time,event" ] || complain "csv header"
run 4 export "$dir/own.tf" --format csv --out "$dir/no/such/folder.csv"

alone "$dir/own.tf"

code=0
"$bin" export "$dir/own.tf" --format csv >/dev/full 2>"$dir/err" || code=$?
[ "$code" = 4 ] || complain "a full disk behind stdout: exit code $code instead of 4"
# What the export says twice is the same: the postings come to the balances.
run 0 export "$dir/own.tf" --format balances
python3 - "$dir/postings.csv" "$dir/out" <<'PYTHON' || complain "the postings do not come to the balances"
import collections, csv, decimal, sys

sums = collections.Counter()
for row in csv.DictReader(open(sys.argv[1], newline="")):
    sums[row["account"], row["commodity"]] += decimal.Decimal(row["amount"])
sums = {key: value for key, value in sums.items() if value}
balances = {(row["account"], row["commodity"]): decimal.Decimal(row["balance"])
            for row in csv.DictReader(open(sys.argv[2], newline=""))}
sys.exit(0 if balances == sums and len(sums) > 10 else 1)
PYTHON

# ---------------------------------------------------------------- a journal that somebody changed
cp "$dir/own.tf" "$dir/changed.tf"
sqlite3 "$dir/changed.tf" "update record set body = replace(body, 'SO-1002', 'SO-1009') where position = 5" ||
  complain "sqlite3 cannot change the copy"
run 1 verify "$dir/changed.tf" --json
json 'not j["ok"] and j["violations"][0]["position"] == 5'
run 1 verify "$dir/changed.tf"
says out "good up to record 4"
run 0 replay "$dir/changed.tf" --to 4 --json
json 'j["position"] == 4'
run 4 replay "$dir/changed.tf" --to 5
says err "Record 5"

# ---------------------------------------------------------------- a forger who also mends the chain
reseal() { # reseal FILE POSITION OLD NEW: changes a record and makes the chain anew
  python3 - "$@" <<'PYTHON'
import hashlib, sqlite3, sys

path, position, old, new = sys.argv[1], int(sys.argv[2]), sys.argv[3], sys.argv[4]
db = sqlite3.connect(path)
head = bytes(32)
for at, body in db.execute("select position, body from record order by position").fetchall():
    if at == position:
        assert old in body, body
        body = body.replace(old, new, 1)
    head = hashlib.sha256(head + body.encode()).digest()
    db.execute("update record set body = ?, hash = ? where position = ?", (body, head, at))
db.commit()
PYTHON
}
cp "$dir/own.tf" "$dir/forged.tf"
reseal "$dir/forged.tf" 5 '"stock_to":"allocated"' '"stock_to":"staged"' || complain "the copy cannot be forged"
run 1 verify "$dir/forged.tf" --json
json 'any(v["position"] == 5 and "I7" in v["sentence"] for v in j["violations"])'
cp "$dir/own.tf" "$dir/forged.tf"
reseal "$dir/forged.tf" 5 '"from":"open"' '"from":"packed"' || complain "the copy cannot be forged"
run 1 verify "$dir/forged.tf"
says err "record 5 cannot be replayed"

if [ "$failures" -gt 0 ]; then
  echo "$failures checks failed" >&2
  exit 1
fi
echo "The command line does what its help says."
