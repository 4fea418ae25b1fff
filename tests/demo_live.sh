#!/usr/bin/env bash
# The live demo, played fast: the page answers, orders move through the systems around Truefill, a system that
# is killed comes back and goes on, every fault that was planted becomes a case, the score is told, nothing is
# left behind, and the journal that is kept proves to be right.
set -euo pipefail

cd "$(dirname "$0")/.."
bin=$(realpath "${TRUEFILL_BIN:-build/ship/truefill}")
dir=$(mktemp -d)
demo=
export TMPDIR=$dir
trap '[ -z "$demo" ] || kill -9 "$demo" 2>/dev/null || true; rm -rf "$dir"' EXIT

complain() {
  echo "$*" >&2
  tail -n 40 "$dir/out" >&2; tail -n 20 "$dir/err" >&2
  exit 1
}

# The link that was printed, as soon as it is.
await_link() {
  for _ in $(seq 300); do
    grep -q '#token=' "$dir/out" && break
    kill -0 "$demo" 2>/dev/null || complain "the demo ended before it printed a link"
    sleep 0.1
  done
  url=$(grep -o 'http://[0-9.]*:[0-9]*' "$dir/out" | head -1)
  token=$(grep -o 'tf_[0-9a-f]*' "$dir/out" | head -1)
  [ -n "$url" ] && [ -n "$token" ] || complain "no link was printed"
}

await_end() {
  local code=0
  wait "$demo" || code=$?
  demo=
  [ "$code" = 0 ] || complain "the demo ended with $code"
}

# Processes of the demo at this address.
systems() {
  local one line
  for one in /proc/[0-9]*; do
    { line=$(tr '\0' ' ' <"$one/cmdline"); } 2>/dev/null || continue # it may end meanwhile
    case $line in *"demo system "*"--url $url"*) echo "${one#/proc/}" ;; esac
  done
}

nothing_left() {
  for _ in $(seq 50); do
    [ -n "$(systems)" ] || return 0
    sleep 0.1
  done
  complain "systems were left behind: $(systems)"
}

# ---------------------------------------------------------------- most of a day in half a minute
began=$(date +%s%N)
"$bin" demo --hours 10 --speed 1000 --port 0 --no-report --keep "$dir/day.tf" </dev/null >"$dir/out" 2>"$dir/err" &
demo=$!
await_link
echo "a page after $((($(date +%s%N) - began) / 1000000)) ms"
URL=$url TOKEN=$token python3 - <<'PYTHON' || complain "the day did not go as it should"
import json, os, pathlib, signal, sys, time, urllib.error, urllib.request

url, token = os.environ["URL"], os.environ["TOKEN"]


def ask(path, body=None):
    request = urllib.request.Request(url + path, headers={"Authorization": "Bearer " + token})
    if body is not None:
        request.data = json.dumps(body).encode()
        request.add_header("Content-Type", "application/json")
    with urllib.request.urlopen(request, timeout=20) as answer:
        return json.load(answer)


def until(what, check, seconds=25):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        found = check()
        if found:
            return found
        time.sleep(0.2)
    sys.exit(f"not in {seconds} s: {what}")


def system(name):
    return next(one for one in ask("/v1/demo")["systems"] if one["name"] == name)


with urllib.request.urlopen(url + "/", timeout=20) as page:
    assert page.status == 200
demo = ask("/v1/demo")
assert demo["speed"] == 1000 and len(demo["systems"]) == 9, demo
until("all systems run", lambda: all(one["running"] for one in ask("/v1/demo")["systems"]))

# Time stands still while it is paused, and goes on.
ask("/v1/demo", {"paused": True})
stands = ask("/v1/demo")["now"]
time.sleep(0.3)
assert ask("/v1/demo")["now"] == stands, "a paused world goes on"
assert ask("/v1/demo", {"paused": False, "speed": 900})["speed"] == 900
for wrong in ({"speed": 0}, {"speed": 7201}, {"sped": 1}):
    try:
        ask("/v1/demo", wrong)
        sys.exit(f"{wrong} was taken")
    except urllib.error.HTTPError as refused:
        assert refused.code == 400, refused.code
assert ask("/v1/demo", {"speed": 1000})["speed"] == 1000

# A warehouse system dies at work, and goes on where it was.
first = ask("/v1/overview")["position"]
until("orders move", lambda: ask("/v1/overview")["position"] > first + 50)
def words_of(process):
    try:
        return set(process.read_bytes().split(b"\0"))
    except OSError:
        return set()  # it has ended meanwhile


leeds = [
    int(one.parent.name)
    for one in pathlib.Path("/proc").glob("[0-9]*/cmdline")
    if {b"wms", b"LEEDS", (url + "/").encode()} <= words_of(one)
]
assert len(leeds) == 1, leeds
os.kill(leeds[0], signal.SIGKILL)
until("the killed system is back", lambda: system("wms-LEEDS")["running"] and system("wms-LEEDS")["starts"] == 2)


def worked():
    rows = ask("/v1/releases?site=LEEDS&limit=500")["items"]
    return sum(1 for one in rows if one.get("acknowledged_at", "") > demo["from"])


before = worked()
until("the one that came back works", lambda: worked() > before)


def shipped():
    rows = ask("/v1/shipments?site=LEEDS&status=departed,in_transit,delivered&limit=500")["items"]
    return [one for one in rows if one.get("issued_at", "") > demo["from"]]


def invoiced():
    return [one for one in ask("/v1/invoices?limit=500")["items"] if one.get("number", "").startswith("91")]


print(len(until("goods leave", shipped)), "shipments left,", len(until("invoices are posted", invoiced)), "invoices posted")
tour = ask("/v1/demo/tour")
assert [one["id"] for one in tour["personas"]] == ["customer_service", "warehouse", "credit", "finance"], tour
assert tour["total"] == sum(len(one["steps"]) for one in tour["personas"])

# Somebody takes the case of the order that came twice: the tour ticks it off by itself.
found = until(
    "the doubled order is found",
    lambda: [one for one in ask("/v1/demo/score")["planted"] if one["fault"] == "doubled_order" and one["found"]],
)[0]
request = urllib.request.Request(
    url + "/v1/commands/cases.assign_case",
    data=json.dumps({"case_id": int(found["code"].split("-")[1]), "person": "anna"}).encode(),
    headers={"Authorization": "Bearer " + token, "Content-Type": "application/json", "Idempotency-Key": "take"},
)
urllib.request.urlopen(request, timeout=20).close()
step = until(
    "the tour ticks it off",
    lambda: [
        one for persona in ask("/v1/demo/tour")["personas"] for one in persona["steps"]
        if one["id"] == "doubled_order_owned" and one["done"]
    ],
)[0]
assert step["where"] == "/o/" + found["order"] and step["ready"], step
PYTHON
await_end
nothing_left
grep -q "What was wrong on purpose" "$dir/out" || complain "no score was told"
[ "$(grep -c '^    found ' "$dir/out")" = 5 ] || complain "not every planted fault was found"
grep -q "customer service, anna" "$dir/out" || complain "the score does not say who owned it"
"$bin" verify "$dir/day.tf" >"$dir/verify" || { cat "$dir/verify" >&2; complain "the journal is wrong"; }

# ---------------------------------------------------------------- the end comes when it is wanted
: >"$dir/out" # the link of the one before must not be taken for this one's
"$bin" demo --port 0 --no-report </dev/null >"$dir/out" 2>"$dir/err" &
demo=$!
await_link
kill -TERM "$demo"
await_end
nothing_left
grep -q "What was wrong on purpose" "$dir/out" || complain "no score after SIGTERM"

: >"$dir/out" # the link of the one before must not be taken for this one's
"$bin" demo --port 0 --no-report </dev/null >"$dir/out" 2>"$dir/err" &
demo=$!
await_link
kill -9 "$demo"
wait "$demo" 2>/dev/null || true
demo=
export TMPDIR=$dir
nothing_left
