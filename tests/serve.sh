#!/usr/bin/env bash
# The server as a process: an order by HTTP, a kill, a start, a retry with the same key, the feed, a clean end.
set -euo pipefail

truefill=${TRUEFILL_BIN:?the program}
command -v curl >/dev/null || { echo "curl is not installed"; exit 77; }
folder=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill -KILL "$server" 2>/dev/null || true; rm -rf "$folder"' EXIT

fail() { echo "FAILED: $*"; echo "--- the server said:"; cat "$folder/err"; exit 1; }

# Starts it on a free port; sets server, url and, at the first start, token.
start() {
    "$truefill" serve --journal "$folder/run.tf" --port 0 >"$folder/out" 2>>"$folder/err" &
    server=$!
    for _ in $(seq 100); do
        grep -q '^Truefill listens' "$folder/out" && break
        kill -0 "$server" 2>/dev/null || fail "it did not start"
        sleep 0.1
    done
    url=$(sed -n 's/^Truefill listens on \(.*\)\/$/\1/p' "$folder/out")
    [ -n "$url" ] || fail "it did not say where it listens"
    grep -q 'shown this once' "$folder/out" && token=$(sed -n 's/.*shown this once: //p' "$folder/out") || true
}

# ask METHOD PATH [curl options]: the answer; its status goes to the file status.
ask() {
    local method=$1 path=$2
    shift 2
    curl -sS -X "$method" -o "$folder/answer" -w '%{http_code}' -H "Authorization: Bearer $token" "$@" \
        "$url$path" >"$folder/status" || fail "$method $path: no answer"
    cat "$folder/answer"
}
status() { cat "$folder/status"; }
has() { case $2 in *"$1"*) ;; *) fail "\"$1\" is not in: $2" ;; esac; }

catalogue='{"catalogue":{"items":[{"code":"85123A","description":"White hanging heart"}],
  "sites":[{"code":"LEEDS","name":"Leeds"}],
  "customers":[{"code":"17850","name":"A shop","country":"GB","address":"1 High Street","currency":"GBP"}]}}'
order='{"order":"536365","customer":"17850","currency":"GBP",
  "lines":[{"line":1,"item":"85123A","quantity":6,"unit_price":"2.55"}]}'

# Settings: written once, taken as they stand, strict.
"$truefill" init "$folder/truefill.toml" --journal "$folder/run.tf" >/dev/null
if "$truefill" init "$folder/truefill.toml" >/dev/null 2>"$folder/err"; then fail "init writes over a file"; fi
"$truefill" doctor --config "$folder/truefill.toml" --port 0 >"$folder/out" || fail "doctor: $(cat "$folder/out")"
echo 'prot = 1' >>"$folder/truefill.toml"
if "$truefill" doctor --config "$folder/truefill.toml" >/dev/null 2>"$folder/err"; then fail "a misspelt setting"; fi
has 'there is no setting log.prot' "$(cat "$folder/err")"
: >"$folder/err"

start
first_token=$token
has '"status":"ok"' "$(curl -sS "$url/healthz")"
has '"ready"' "$(curl -sS "$url/readyz")"
[ "$(curl -sS -o /dev/null -w '%{http_code}' "$url/v1/orders")" = 401 ] || fail "it answers without a token"

has '"committed"' "$(ask POST /v1/commands/masterdata.load_catalogue -H 'Idempotency-Key: catalogue' -d "$catalogue")"
has '"committed"' "$(ask POST /v1/commands/orders.place_order -H 'Idempotency-Key: order/536365' -d "$order")"
position=$(sed 's/.*"position":\([0-9]*\).*/\1/' "$folder/answer")
has '"bucket":"backordered"' "$(ask GET /v1/orders/536365)"

kill -KILL "$server"
wait "$server" 2>/dev/null || true
start
[ "$token" = "$first_token" ] || fail "the token changed"
has "{\"outcome\":\"duplicate\",\"position\":$position}" \
    "$(ask POST /v1/commands/orders.place_order -H 'Idempotency-Key: order/536365' -d "$order")"
has '"quantity":6' "$(ask GET /v1/orders/536365)"
has '"order_unknown"' "$(ask GET /v1/orders/536366)"
[ "$(status)" = 404 ] || fail "an unknown order is $(status)"

for _ in $(seq 100); do
    ask GET /v1/orders/536365/timeline >/dev/null
    [ "$(status)" = 200 ] && break
    sleep 0.1
done
has 'Order 536365 of 17850 accepted' "$(cat "$folder/answer")"
has '"total":1' "$(ask GET /v1/orders)"

events=$(ask GET '/v1/events?after=0')
has '"type":"orders.order_accepted","subject":"536365"' "$events"
live=$(curl -sS -N -m 2 -H "Authorization: Bearer $token" -H 'Accept: text/event-stream' -H 'Last-Event-ID: 1' \
    "$url/v1/events" || true)
has 'orders.order_accepted' "$live"

has 'truefill_commands_total{outcome="duplicate"} 1' "$(ask GET /metrics)"

# A second server on the same journal is refused with a sentence, and the first one goes on.
if "$truefill" serve --journal "$folder/run.tf" --port 0 >/dev/null 2>"$folder/second"; then fail "two writers"; fi
has 'run.tf' "$(cat "$folder/second")"
has '"ready"' "$(curl -sS "$url/readyz")"

kill -TERM "$server"
wait "$server" || fail "it did not end well"
server=
[ "$(stat -c %a "$folder/run.tf.token")" = 600 ] || fail "others can read the token's hash"
! grep -q "$token" "$folder/err" || fail "the token is in the log"
"$truefill" verify "$folder/run.tf" >/dev/null || fail "the journal is broken"
echo "the server keeps what it answered"
