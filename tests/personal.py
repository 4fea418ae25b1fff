"""Personal data, tried on the program. Names and addresses are sent to a server in every way that there is; then:

- every exit shows them: lists, pages, searches, CSV, the feed in both forms, SQL views, `explain`, `export`
- no file of the journal has them: neither records, log, snapshots, views of others nor the server's own log
- after an erasure every exit says "(erased)", the key is in no file any more, and the chain is whole
- a message that is sent once more gets its first answer, before and after the erasure
- a key that a power cut left behind goes at the next start
- nobody can have a sealed text read that he found somewhere
"""
import base64
import csv
import io
import json
import os
import pathlib
import re
import sqlite3
import subprocess
import sys
import tempfile
import time
import traceback
import urllib.parse

from receivers import Receiver
from server_process import Failed, Server, need

NAME, HOME, ADDRESS = "Ruth Zabelmann", "7 Sorrel Lane, Hexham", 'c/o "O\'Neil", 12 Juniper Row'
OTHER, SIGNED, ADA, BOB = "Kestrel & Sons", "Otto Ferrandine", "Ada Quillfeather", "Bob Marrowby"
SECRETS = [NAME, HOME, "Juniper Row", OTHER, SIGNED, ADA, BOB, "Pettigrain"]
ERASED = "(erased)"
CATALOGUE = {
    "items": [{"code": "SKU-1", "description": "Cakestand"}],
    "sites": [{"code": "LEEDS", "name": "Leeds"}],
    "customers": [{"code": "K-1", "name": NAME, "country": "GB", "address": HOME, "currency": "GBP"},
                  {"code": "K-2", "name": OTHER, "country": "GB", "currency": "GBP"}],
    "cross_references": [{"source": "shop", "kind": "customer", "theirs": "ruth", "ours": "K-1"}],
}


def order(number, customer, address=""):
    return {"order": number, "customer": customer, "currency": "GBP", "address": address,
            "lines": [{"line": 1, "item": "SKU-1", "quantity": 2, "unit_price": "2.55"}]}


def write_notices(folder, receiver):
    folder.mkdir()
    (folder / "receivers.txt").write_text(f"K-1 = {receiver.url('/notices')}\n")
    (folder / "secret.txt").write_text("whsec_" + base64.b64encode(bytes(range(32))).decode() + "\n")
    (folder / "secret.txt").chmod(0o600)
    (folder / "order_accepted.K-1.txt").write_text(
        "Subject: Thank you, {{customer.name}}\n\nIt goes to {{order.address}}.\n")


def received(receiver, path, known=0):
    """What came there after `known` others."""
    until = time.monotonic() + 20
    while True:
        with receiver.lock:
            got = [json.loads(one["body"]) for one in receiver.got.get(path, [])]
        if len(got) > known:
            return got[known:]
        need(time.monotonic() < until, f"nothing comes to {path}")
        time.sleep(0.05)


class Ada:
    """The administrator, with her session."""

    def __init__(self, server):
        self.server = server
        until = time.monotonic() + 5
        while not server.first_run and time.monotonic() < until:
            time.sleep(0.01)  # it is told right after the token
        status, headers, text = server.ask(
            "POST", "/v1/first-run",
            json.dumps({"secret": server.first_run, "user": "ada", "display_name": ADA,
                        "password": "a long enough pass phrase"}), token=False)
        need(status == 200, f"first run: {status} {text!r}")
        self.take(headers, text)

    def take(self, headers, text):
        self.cookie = headers["Set-Cookie"].split(";")[0]
        self.csrf = json.loads(text)["csrf_token"]

    def log_in(self):
        status, headers, text = self.server.ask(
            "POST", "/v1/session", json.dumps({"user": "ada", "password": "a long enough pass phrase"}), token=False)
        need(status == 200, f"log-in: {status} {text!r}")
        self.take(headers, text)

    def ask(self, method, path, body=None, key=""):
        headers = {"Cookie": self.cookie, "X-CSRF-Token": self.csrf, **({"Idempotency-Key": key} if key else {})}
        status, _, text = self.server.ask(method, path, None if body is None else json.dumps(body), headers,
                                          token=False)
        return status, json.loads(text) if text else {}

    def must(self, method, path, body=None, key=""):
        status, answer = self.ask(method, path, body, key)
        need(status == 200, f"{method} {path}: {status} {answer}")
        return answer


def get(server, path, accept="application/json"):
    status, _, text = server.ask("GET", path, headers={"Accept": accept})
    need(status == 200, f"GET {path}: {status} {text[:300]!r}")
    return text.decode()


def files_with(folder, words):
    """Names of files of the folder that have one of the words, which are texts or bytes."""
    found = set()
    for path in pathlib.Path(folder).rglob("*"):
        if not path.is_file():
            continue
        content = path.read_bytes()
        found |= {f"{path.name}: {word!r}" for word in words
                  if (word if isinstance(word, bytes) else word.encode()) in content}
    return found


def await_gone(folder, words, sentence):
    """A reader of the journal may hold on to its log for a moment."""
    until = time.monotonic() + 10
    while found := files_with(folder, words):
        need(time.monotonic() < until, f"{sentence}: {found}")
        time.sleep(0.05)


def views_of(folder):
    database = sqlite3.connect(f"file:{folder}/run.tf.views.db?mode=ro", uri=True)
    try:
        return dict(database.execute("select customer, name from customers"))
    finally:
        database.close()


def side_rows(folder):
    database = sqlite3.connect(folder / "run.tf")
    try:
        return list(database.execute("select key, value from side where table_name = 'person_keys'"))
    finally:
        database.close()


def run(*arguments):
    done = subprocess.run([os.environ["TRUEFILL_BIN"], *map(str, arguments)], capture_output=True, text=True,
                          check=False, timeout=60)
    need(done.returncode == 0, f"{arguments}: {done.returncode} {done.stdout}{done.stderr}")
    return done.stdout


def stream(server):
    """What the event stream says until the last record."""
    connection = server.connect(10)
    connection.request("GET", "/v1/events?after=0", headers=server.headers({"Accept": "text/event-stream"}))
    answer = connection.getresponse()
    text, until = "", time.monotonic() + 10
    while "orders.order_accepted" not in text or "SO-2" not in text:
        need(time.monotonic() < until, "the stream does not come to the last order")
        text += answer.readline().decode()
    connection.close()
    return text


def ship(server):
    """SO-1 leaves under the tracking number for which somebody has signed already."""
    until = time.monotonic() + 20
    while not (releases := json.loads(get(server, "/v1/orders/SO-1")).get("releases")):
        need(time.monotonic() < until, "no release of SO-1")
        time.sleep(0.05)
    on, units = {"release": releases[0]["id"]}, {"line": 1, "quantity": 2}
    server.command("warehouse.acknowledge_release", "ack", on)
    server.command("warehouse.confirm_pick", "pick", {**on, **units})
    server.command("warehouse.pack", "pack", {**on, "sscc": "340123450000000018", "lines": [units]})
    server.command("shipping.issue_goods", "issue", {**on, "tracking": "T-1"})


def send_everything(server, ada, receiver):
    made = ada.must("POST", "/v1/keys", {"principal": "shop", "source": "shop", "roles": ["integrator"],
                                         "expires_in_days": 30}, "key/shop")
    server.token = made["key"]
    ada.must("POST", "/v1/users", {"user": "bob", "display_name": BOB, "roles": ["finance"]}, "user/bob")
    server.command("masterdata.load_catalogue", "catalogue", {"catalogue": CATALOGUE})
    server.command("inventory.open_stock", "stock", {"site": "LEEDS", "reference": "opening",
                                                     "lines": [{"item": "SKU-1", "quantity": 10}]})
    status, made = ada.ask("POST", "/v1/webhooks", {"name": "orders", "url": receiver.url("/orders"),
                                                    "types": ["orders.order_accepted"]})
    need(status == 201, f"a webhook: {status} {made}")
    first = server.command("orders.place_order", "SO-1", order("SO-1", "ruth", ADDRESS))
    line = json.dumps({"command": "orders.place_order", "message_id": "SO-2", "body": order("SO-2", "K-2", "")})
    late = json.dumps({"command": "shipping.confirm_delivery", "message_id": "pod-1",
                       "body": {"tracking": "T-1", "signed_by": SIGNED}})
    status, _, text = server.ask("POST", "/v1/commands", late + "\n" + line,
                                 {"Content-Type": "application/x-ndjson"})
    need(status == 200 and text.count(b'"outcome"') == 2, f"many commands: {status} {text!r}")
    ship(server)
    status, _, text = server.ask("POST", "/v1/commands/shipping.confirm_delivery",  # refused, and journaled
                                 json.dumps({"tracking": "T-1", "signed_by": "Wanda Pettigrain"}),
                                 {"Idempotency-Key": "pod-2"})
    need(status == 422 and b"already_delivered" in text, f"delivered twice: {status} {text!r}")
    return first


def exits(server, ada, folder, name, address, signed):
    """Every exit shows the name and the address of K-1."""
    told = json.loads(get(server, "/v1/customers"))["items"]
    shown = {row["code"]: row for row in told}
    need(shown["K-1"]["name"] == name, f"customers: {shown['K-1']}")
    need(shown["K-2"]["name"] == OTHER, f"customers: {shown['K-2']}")
    page = json.loads(get(server, "/v1/orders/SO-1"))
    need(page["address"] == address, f"page of the order: {page['address']}")
    told = get(server, "/v1/orders/SO-1/timeline")
    need(f"signed by {signed}" in told, f"the timeline of the order: {told}")
    rows = {row["number"]: row for row in json.loads(get(server, "/v1/orders"))["items"]}
    need(rows["SO-1"]["customer"]["name"] == name, f"orders: {rows['SO-1']}")
    cells = {row["code"]: row for row in csv.DictReader(io.StringIO(get(server, "/v1/customers?format=csv")))}
    need(cells["K-1"]["name"] == name, f"CSV: {cells['K-1']}")
    need(cells["K-2"]["name"] == OTHER and len(cells) == 2, f"CSV: {cells}")
    for what, text in (("batch", get(server, "/v1/events?after=0&limit=1000", "application/cloudevents-batch+json")),
                       ("stream", stream(server))):
        escaped = json.dumps(address, ensure_ascii=False)
        need(f'"address":{escaped}' in text and f'"name":{json.dumps(name)}' in text, f"{what} of events: {text[:2000]}")
        need("~p1." not in text, f"{what} of events shows a sealed text")
        if what == "batch":
            json.loads(text)
    users = {row["user"]: row["display_name"] for row in ada.must("GET", "/v1/users")["items"]}
    need(users == {"ada": ADA, "bob": BOB}, f"users: {users}")
    need(ada.must("GET", "/v1/session")["display_name"] == ADA, "the session")
    get(server, "/v1/views?wait_for=" + str(json.loads(get(server, "/v1/customers"))["position"]))
    need(views_of(folder) == {"K-1": name, "K-2": OTHER}, f"views: {views_of(folder)}")


def finds(server, path, words):
    return [row.get("code") or row["number"]
            for row in json.loads(get(server, f"{path}?q={urllib.parse.quote(words)}"))["items"]]


def programs(folder, address, others):
    journal = folder / "run.tf"
    exported = run("export", journal, "--format", "jsonl")
    need("~p1." in exported and not any(word in exported for word in SECRETS), "export shows what is sealed")
    readable = run("export", journal, "--format", "jsonl", "--personal")
    need("~p1." not in readable, "export --personal leaves something sealed")
    placed = next(json.loads(line) for line in readable.splitlines() if '"orders.order_accepted"' in line)
    need(placed["body"]["address"] == address, f"export --personal: {placed}")
    need(all(word in readable for word in others), "export --personal: other persons")
    views = folder / "own.views.db"
    run("views", journal, "--out", views)
    database = sqlite3.connect(views)
    names = dict(database.execute("select customer, name from customers"))
    database.close()
    views.unlink()
    for beside in folder.glob("own.views.db*"):
        beside.unlink()
    return names


def refuses(server, token):
    for name, body in (("orders.place_order", order("SO-9", "K-2", token)),
                       ("orders.place_order", {**order("SO-9", "K-2"), "purchase_order": token}),
                       ("orders.place_order", {**order("SO-9", "K-2"), "purchase_order": "x ~p1."})):
        for text in (json.dumps(body), json.dumps(body).replace("~", "\\u007e")):
            status, _, said = server.ask("POST", f"/v1/commands/{name}", text, {"Idempotency-Key": "smuggle"})
            need(status == 422 and b"text_reserved" in said, f"a sealed text is taken: {status} {said!r}")
    status, _, said = server.ask("POST", "/v1/commands/orders.place_order", json.dumps(order("SO-9", "K-2")),
                                 {"Idempotency-Key": "a~p1.b"})
    need(status == 422 and b"text_reserved" in said, f"a sealed text in a key is taken: {status} {said!r}")


def keeps_sealed(server, ada, token):
    """Nobody has a sealed text read by sending it along: an answer that says it again says it sealed."""
    asked = urllib.parse.quote(token)
    escaped = json.dumps({"name": token, "x" + token: 1}).replace("~", "\\u007e").replace("p1.", "\\u00701\\u002E")
    tries = [("GET", f"/v1/orders/{asked}", None, {}), ("GET", f"/v1/customers/{asked}", None, {}),
             ("GET", f"/v1/orders?sort={asked}", None, {}), ("GET", f"/v1/orders?{asked}=1", None, {}),
             ("GET", f"/v1/events?after={asked}", None, {}), ("GET", f"/{asked}", None, {}),
             ("POST", f"/v1/commands/{asked}", "{}", {"Idempotency-Key": "k"}),
             ("POST", "/v1/commands/orders.place_order", json.dumps({"x" + token: 1}), {"Idempotency-Key": "k"}),
             ("POST", "/v1/commands/orders.place_order", escaped, {"Idempotency-Key": "k"}),
             ("POST", "/v1/commands/orders.cancel_order", '{"order":"SO-1"}',
              {"Idempotency-Key": "k", "Truefill-Event-Time": token})]
    for method, path, body, headers in tries:
        status, answered, said = server.ask(method, path, body, headers)
        need(status < 500, f"{method} {path}: {status} {said!r}")
        for word in (*SECRETS, json.dumps(ADDRESS)[1:-1]):
            need(word not in said.decode() + str(answered), f"{method} {path} shows a sealed text: {said!r}")
    for url in (f"https://example.com/{token}", f"https://example.com/?x={token}"):
        status, said = ada.ask("POST", "/v1/webhooks", {"name": "found", "url": url, "types": ["*"]})
        need(status == 422 and said["code"] == "text_reserved" and said["errors"][0]["pointer"] == "/url",
             f"a webhook with a sealed text in its URL: {status} {said}")


def private(folder):
    """The journal of a folder is its owner's only after a start."""
    open_to_others = [path.name for path in folder.glob("run.tf*")
                      if ".views.db" not in path.name and path.stat().st_mode & 0o077]
    need(not open_to_others, f"others can read {open_to_others}")


def await_gone_from_views(folder, words):
    until = time.monotonic() + 10
    while found := {one for one in files_with(folder, words) if ".views.db" in one}:
        need(time.monotonic() < until, f"it is still in the views, while the server runs: {found}")
        time.sleep(0.05)


def erase(server, ada, folder):
    asked = {"person": "customer:K-1", "reason": "asked for it"}
    status, said = ada.ask("POST", "/v1/persons/erase", {"person": "K-1", "reason": "x"}, "erase/0")
    need(status == 422 and said["code"] == "person_not_canonical", f"no person: {status} {said}")
    status, said = ada.ask("POST", "/v1/persons/erase", {"person": "customer:K-9", "reason": "x"}, "erase/1")
    need(status == 422 and said["code"] == "person_unknown", f"nobody: {status} {said}")
    status, _, text = server.ask("POST", "/v1/persons/erase", json.dumps(asked), {"Idempotency-Key": "erase/2"})
    need(status == 403, f"the shop erases: {status} {text!r}")
    need(json.loads(get(server, "/v1/customers"))["items"], "the lists go on")
    done = ada.must("POST", "/v1/persons/erase", asked, "erase/3")
    need(done["keys"] == 2 and done["by"] == "ada", f"erased: {done}")  # his own, and of who signed for his goods
    need(ada.must("POST", "/v1/persons/erase", asked, "erase/3") == done, "the same request again")
    status, said = ada.ask("POST", "/v1/persons/erase", asked, "erase/4")
    need(status == 422 and said["code"] == "nothing_to_erase", f"another request: {status} {said}")
    listed = ada.must("GET", "/v1/persons/erased")["items"]
    need(listed == [done], f"who was erased: {listed}")


def test(folder):
    receiver = Receiver()
    write_notices(folder / "notices", receiver)
    server = Server(folder, {"TRUEFILL_NOTICES_FOLDER": str(folder / "notices"),
                             "TRUEFILL_WEBHOOKS_ALLOW": "127.0.0.0/8"})
    try:
        server.start()
        ada = Ada(server)
        first = send_everything(server, ada, receiver)
        hooked = received(receiver, "/orders")[0]
        need(hooked["data"]["address"] == ADDRESS, f"a webhook says {hooked}")
        noticed = next(one["data"] for one in received(receiver, "/notices") if one["type"].endswith("accepted"))
        need(noticed["subject"] == "Thank you, " + NAME and ADDRESS in noticed["text"], f"a notice says {noticed}")
        exits(server, ada, folder, NAME, ADDRESS, SIGNED)
        need(finds(server, "/v1/customers", "zabelM") == ["K-1"], "customers are found by name")
        need(finds(server, "/v1/orders", "zabelm") == ["SO-1"], "orders are found by the customer's name")
        again = server.command("orders.place_order", "SO-1", order("SO-1", "ruth", ADDRESS))
        need(again == {"outcome": "duplicate", "position": first["position"]}, f"once more: {again}")
        server.stop()
        found = {one for one in files_with(folder, SECRETS) if ".views.db" not in one}
        need(not found, f"in the clear: {found}")
        need((folder / "run.tf.snapshots").exists(), "no snapshot to look into")
        need(f"signed by {SIGNED}" in run("explain", "SO-1", "--journal", folder / "run.tf"), "explain")
        need(NAME in programs(folder, ADDRESS, [NAME, OTHER, SIGNED, ADA, BOB])["K-1"], "views of the command line")
        rows = {value[40:].decode(): (key, value) for key, value in side_rows(folder)}
        need(set(rows) == {"customer:K-1", "customer:K-2", "user:ada", "user:bob", "consignee:tracking:T-1"},
             f"keys: {set(rows)}")
        key = rows["customer:K-1"]

        (folder / "run.tf").chmod(0o644)
        server.start()
        private(folder)
        ada.log_in()
        token = re.search(rb"~p1\.[\w-]+\.[\w-]+~", (folder / "run.tf").read_bytes()).group(0).decode()
        refuses(server, token)
        keeps_sealed(server, ada, token)
        erase(server, ada, folder)
        exits(server, ada, folder, ERASED, ERASED, ERASED)
        told = next(one for one in json.loads(get(server, "/v1/orders/SO-1/notices"))["items"]
                    if one["event"] == "order_accepted")
        need(told["subject"] == "Thank you, " + ERASED and ERASED in told["text"], f"the notice says {told}")
        with receiver.lock:
            known = len(receiver.got["/orders"])
        ada.must("POST", "/v1/webhooks/orders/replay?after=0", {})
        hooked = received(receiver, "/orders", known)[0]
        need(hooked["data"]["address"] == ERASED, f"a webhook says {hooked} once more")
        need(finds(server, "/v1/customers", "zabelm") == [], "an erased name is found")
        need(finds(server, "/v1/orders", "zabelm") == [], "an order is found by an erased name")
        await_gone(folder, [key[1][:32]], "the key is still in a file, while the server runs")
        await_gone_from_views(folder, [NAME])
        again = server.command("orders.place_order", "SO-1", order("SO-1", "ruth", ADDRESS))
        need(again == {"outcome": "duplicate", "position": first["position"]}, f"once more after it: {again}")
        need(json.loads(get(server, "/v1/orders/SO-1"))["address"] == ERASED, "a repeat brings the address back")
        server.command("orders.place_order", "SO-3", order("SO-3", "K-1", "1 New Road"))
        need(json.loads(get(server, "/v1/orders/SO-3"))["address"] == "1 New Road", "new data are readable")
        server.stop()
        server.verify()
        left = files_with(folder, [key[1][:32], NAME, HOME, "Juniper Row", SIGNED, "Pettigrain"])
        need(not left, f"something is left behind: {left}")
        need(programs(folder, ERASED, [OTHER, ADA, "1 New Road"])["K-1"] == ERASED, "views of the command line")
        need(f"signed by {ERASED}" in run("explain", "SO-1", "--journal", folder / "run.tf"), "explain")

        database = sqlite3.connect(folder / "run.tf")  # as if the power had gone before the key did
        database.execute("insert into side(table_name, key, value) values('person_keys', ?, ?)", key)
        database.commit()
        database.close()
        need(files_with(folder, [key[1][:32]]), "the key is back")
        server.start()
        ada.log_in()
        need(json.loads(get(server, "/v1/orders/SO-1"))["address"] == ERASED, "a key that was left behind is used")
        server.stop()
        need(not files_with(folder, [key[1][:32]]), "a key that was left behind stays")
        need(len(side_rows(folder)) == 4, f"keys at the end: {len(side_rows(folder))}")
    finally:
        server.end()


def main():
    with tempfile.TemporaryDirectory(prefix="truefill-personal-") as name:
        try:
            test(pathlib.Path(name))
        except Failed as failed:
            traceback.print_exc(limit=-2)
            print(f"personal data: {failed}", file=sys.stderr)
            print((pathlib.Path(name) / "server.log").read_text("utf-8", "replace")[-2000:], file=sys.stderr)
            return 1
    print("personal data: sealed in every file, read at every exit, erased from all of them")
    return 0


if __name__ == "__main__":
    sys.exit(main())
