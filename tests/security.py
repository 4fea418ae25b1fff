"""Who may what on a real server.

The table: every command and every read route is asked with a key of each role, without a scope, with a scope that
covers it and with one that does not. What must come back stands in src/access/permissions_golden.txt, which people
review, and the server's own GET /v1/roles must say the same; a few rows stand here by hand, so that a mistake in
both is found. Allowed and denied are both asserted.

Then the door: wrong, expired, replaced and revoked keys; passwords, waiting after failures; session fixation, CSRF,
cookie flags, the end of sessions; the policy of the pages, and paths that try to leave the folder of the console.
"""
import http.client
import json
import pathlib
import re
import sys
import tempfile
import time
import traceback

from server_process import Failed, Server, need

GOLDEN = pathlib.Path(__file__).resolve().parent.parent / "src/access/permissions_golden.txt"
PASSWORD = "correct horse battery"
HERE, THERE = {"sites": ["LYON"], "customer_groups": ["KEY"]}, {"sites": ["LILLE"], "customer_groups": ["OTHER"]}

# By hand: (what, role, allowed).
BY_HAND = [
    ("access.create_user", "administrator", True), ("access.create_user", "operations_lead", False),
    ("access.create_user", "auditor", False), ("orders.place_order", "customer_service", True),
    ("orders.place_order", "administrator", False), ("orders.place_order", "warehouse", False),
    ("billing.write_off", "finance", True), ("billing.write_off", "customer_service", False),
    ("billing.grant_credit", "customer_service", False), ("inventory.count_stock", "warehouse", True),
    ("inventory.approve_count", "warehouse", False), ("warehouse.confirm_pick", "auditor", False),
    ("engine.complete_job", "integrator", True), ("engine.complete_job", "administrator", False),
    ("orders", "auditor", True), ("access", "auditor", True), ("access", "finance", False),
    ("events", "integrator", True), ("events", "customer_service", False), ("invoices", "warehouse", False),
    ("invoices", "finance", True), ("customers", "warehouse", False), ("stock", "warehouse", True),
]

# Read routes by area. `rows`: the list must show the document of LYON and not that of LILLE to who is at LYON.
READS = {
    "orders": ["/v1/orders", "/v1/orders/SO-1", "/v1/orders/SO-1/timeline", "/v1/orders/SO-1/notices"],
    "stock": ["/v1/stock"], "cases": ["/v1/cases", "/v1/cases?sort=due", "/v1/inbox"],
    "releases": ["/v1/releases", "/v1/releases/R-1"], "shipments": ["/v1/shipments", "/v1/shipments/SH-1"],
    "invoices": ["/v1/invoices", "/v1/invoices/INV-1", "/v1/billing/lag"],
    "returns": ["/v1/returns", "/v1/returns/RMA-1"],
    "items": ["/v1/items", "/v1/items/A", "/v1/units", "/v1/cross-references"],
    "customers": ["/v1/customers", "/v1/customers/ACME", "/v1/prices"], "sites": ["/v1/sites", "/v1/sites/LYON"],
    "carriers": ["/v1/carriers", "/v1/carriers/FAST"], "mirrors": ["/v1/mirrors"],
    "overview": ["/v1/overview"], "events": ["/v1/events?limit=1"], "jobs": ["/v1/jobs"], "metrics": ["/metrics", "/v1/views"],
    "access": ["/v1/users", "/v1/keys", "/v1/persons/erased"],
}
SHOWN = {"orders": ("SO-1", "SO-2"), "stock": ("LYON", "LILLE"), "customers": ("ACME", "BETA"),
         "releases": ("LYON", "LILLE"), "invoices": ("SO-1", "SO-2"), "shipments": ("SO-1", "SO-2")}
SINGLE = ("/v1/orders/", "/v1/releases/", "/v1/shipments/", "/v1/invoices/", "/v1/returns/", "/v1/customers/")
UNFILTERED = {"/v1/events?limit=1", "/v1/jobs"}  # refused to who has a scope in the area
# Covered by no scope: they are about everybody, or what they are about cannot be known from what they name.
OF_NO_PLACE = {"access.group_customers", "billing.request_credit", "engine.complete_job", "engine.fail_job",
               "engine.settle_job"}
OUT_OF_SCOPE = {"site_out_of_scope", "customer_out_of_scope"}
SAMPLES = {"money": {"amount": "1.00", "currency": "EUR"}, "total": {"amount": "1.00", "currency": "EUR"},
           "amount": "1.00"}  # what the contract says in words only
SAYS_VALUE = {"no_limit", "value_unknown", "requester_unknown"}  # keys of services decide about no value


class Golden:
    """The reviewed table: roles, way and checks of each row."""

    def __init__(self):
        text = GOLDEN.read_text("utf-8")
        head, rest = text.split("\ncommands\n")
        self.roles = dict(line.split() for line in head.splitlines() if line)
        self.rows = {}
        for line in rest.replace("read areas", "").splitlines():
            if not line.strip():
                continue
            name, letters, checks = line[:30].strip(), line[30:76].split(), line[76:].split()
            ways = [word for word in checks if word in ("route", "inside", "link")]
            self.rows[name] = {"roles": {self.roles[one] for one in letters if one != "."},
                               "way": ways[0] if ways else "read" if "." not in name else "api",
                               "checks": {word.replace("-", "_") for word in checks if word not in ways}}


class Client:
    """Somebody with a key or a session, on one connection."""

    def __init__(self, server, bearer="", cookie="", csrf=""):
        self.server, self.bearer, self.cookie, self.csrf = server, bearer, cookie, csrf
        self.connection = None
        self.sent = 0

    def ask(self, method, path, body=None, headers=None):
        more = dict(headers or {})
        if self.bearer:
            more["Authorization"] = f"Bearer {self.bearer}"
        if self.cookie:
            more["Cookie"] = self.cookie
        if self.csrf and "X-CSRF-Token" not in more:
            more["X-CSRF-Token"] = self.csrf
        if method != "GET" and "Idempotency-Key" not in more:
            self.sent += 1
            more["Idempotency-Key"] = f"{id(self)}-{self.sent}"
        data = json.dumps(body) if isinstance(body, (dict, list)) else body
        for attempt in (1, 2):
            self.connection = self.connection or self.server.connect()
            try:
                self.connection.request(method, path, data, more)
                answer = self.connection.getresponse()
                return Answer(answer.status, answer.headers, answer.read())
            except (ConnectionError, http.client.HTTPException):
                self.connection = None
                if attempt == 2:
                    raise
        return None

    def command(self, name, body, headers=None):
        return self.ask("POST", f"/v1/commands/{name}", body, headers)

    def done(self, name, body):
        said = self.command(name, body)
        need(said.status == 200, f"{name} {body} is answered with {said}")
        return said.json()


class Answer:
    def __init__(self, status, headers, body):
        self.status, self.headers, self.body = status, headers, body

    def json(self):
        return json.loads(self.body)

    def reason(self):
        """The code of `may` in a 403, else the problem's own."""
        try:
            said = self.json()
        except ValueError:
            return ""
        errors = said.get("errors") or [{}]
        return errors[0].get("code", "") or said.get("code", "") if said.get("code") == "not_allowed" else said.get("code", "")

    def session(self, server):
        cookie = self.headers.get("Set-Cookie", "").split(";")[0]
        return Client(server, cookie=cookie, csrf=self.json().get("csrf_token", ""))

    def __str__(self):
        return f"{self.status}: {self.body[:300]!r}"


# ---------------------------------------------------------------- a small world

def build(server):
    """Two sites, two customers of two groups, and a document of each kind at both. Answers their names."""
    boss = Client(server, server.token)
    boss.done("masterdata.load_catalogue", {"catalogue": {
        "items": [{"code": "A", "description": "At Lyon"}, {"code": "B", "description": "At Lille"}],
        "sites": [{"code": "LYON", "name": "Lyon"}, {"code": "LILLE", "name": "Lille"}],
        "carriers": [{"code": "FAST", "name": "Fast Parcels"}],
        "customers": [{"code": code, "name": code, "country": "FR", "address": "1 Rue", "currency": "EUR"}
                      for code in ("ACME", "BETA")]}})
    places = {}
    for number, (site, item, customer, group) in enumerate([("LYON", "A", "ACME", "KEY"),
                                                             ("LILLE", "B", "BETA", "OTHER")], 1):
        order = f"SO-{number}"
        boss.done("access.group_customers", {"group": group, "customers": [customer]})
        boss.done("inventory.open_stock", {"site": site, "reference": f"o-{site}",
                                           "lines": [{"item": item, "quantity": 100}]})
        boss.done("orders.place_order", {"order": order, "customer": customer, "currency": "EUR",
                                         "lines": [{"line": 1, "item": item, "quantity": 6, "unit_price": "2.50"}]})
        release = one_of(boss, f"/v1/releases?order={order}")
        for name, body in (("warehouse.confirm_pick", {"release": release, "line": 1, "quantity": 4}),
                           ("warehouse.pack", {"release": release, "sscc": sscc(number),
                                              "lines": [{"line": 1, "quantity": 4}]}),
                           ("shipping.issue_goods", {"release": release})):
            boss.done(name, body)
        shipment = one_of(boss, f"/v1/shipments?order={order}")
        boss.done("shipping.confirm_delivery", {"shipment": shipment})
        boss.done("returns.authorize_return", {"order": order, "lines": [{"line": 1, "quantity": 1}],
                                               "reason": "too many"})
        boss.done("returns.receive_return", {"rma": one_of(boss, f"/v1/returns?order={order}"), "order": order, "line": 1,
                                             "item": item, "site": site, "quantity": 1, "reference": f"back-{site}"})
        boss.done("inventory.announce_supply", {"supply": f"PO-{site}", "site": site, "item": item, "quantity": 5,
                                                "due": "2030-01-01"})
        boss.done("inventory.request_count", {"site": site, "item": item, "reason": "asked for"})
        boss.done("cases.open_case", {"category": "other", "sentence": "Look here", "order": order, "site": site})
        for line in (1, 2, 3):  # of one cause: an incident
            boss.done("cases.open_case", {"category": "job_failed", "sentence": "It did not go", "order": order,
                                          "line": line, "site": site, "destination": f"wms:{site}"})
        boss.done("orders.place_hold", {"scope": "order", "order": order, "reason": "asked for",
                                        "blocks": ["release"]})
        other = "LILLE" if site == "LYON" else "LYON"
        boss.done("inventory.open_stock", {"site": other, "reference": f"t-{other}",
                                           "lines": [{"item": item, "quantity": 5}]})
        boss.done("inventory.place_transfer", {"transfer": f"T-{number}", "from": other, "to": site,
                                               "lines": [{"line": 1, "item": item, "quantity": 1}]})
        invoice = boss.ask("GET", f"/v1/invoices?order={order}").json()["items"][0]
        boss.done("billing.confirm_invoice", {"invoice": invoice["id"], "number": f"F-{number}",
                                              "total": invoice["total"]})
        boss.done("billing.record_payment", {"reference": f"bank-{number}", "customer": customer,
                                             "invoice": invoice["id"], "money": {"amount": "1.00", "currency": "EUR"}})
        boss.done("billing.grant_credit", {"invoice": invoice["id"], "line": 1, "reason": "late",
                                           "money": {"amount": "1.00", "currency": "EUR"},
                                           "requested_by": "ann", "approved_by": "ben"})
        page = boss.ask("GET", f"/v1/orders/{order}").json()
        places[site] = {"site": site, "order": order, "customer": customer, "customers": [customer],
                        "group": group, "number": order, "item": item, "sscc": sscc(number), "incident": number,
                        "release": release, "shipment": shipment, "supply": f"PO-{site}", "count": number,
                        "hold": page["holds"][0]["id"], "case_id": one_of(boss, f"/v1/cases?order={order}"),
                        "rma": one_of(boss, f"/v1/returns?order={order}"), "from": site, "to": site,
                        "transfer": f"T-{number}",
                        "invoice": invoice["id"], "credit": page["credits"][0]["id"], "reference": f"bank-{number}"}
    return places


def sscc(number):
    """A number of a handling unit, with its check digit."""
    digits = f"34012345{number:09}"
    return digits + str(-sum(int(one) * (3, 1)[at % 2] for at, one in enumerate(digits)) % 10)


def one_of(client, path):
    said = client.ask("GET", path)
    need(said.status == 200 and said.json()["items"], f"{path} is empty: {said}")
    return said.json()["items"][0]["id"]


# ---------------------------------------------------------------- bodies

class Bodies:
    """The least body of a command that the contract takes, with names of documents filled in."""

    def __init__(self, contract):
        self.contract = contract

    def schema_of(self, name):
        operation = self.contract["paths"].get(f"/v1/commands/{name}", {}).get("post")
        return operation and operation["requestBody"]["content"]["application/json"]["schema"]

    def resolved(self, schema):
        while "$ref" in schema:
            schema = self.contract["components"]["schemas"][schema["$ref"].rsplit("/", 1)[1]]
        return schema

    def body(self, name, place):
        schema = self.resolved(self.schema_of(name))
        made, members = self.least(schema), schema.get("properties", {})
        for member, value in place.items():
            if value is None or member not in members or (name == "orders.place_order" and member == "order"):
                continue
            schema = self.resolved(members[member])
            kind = "string" if isinstance(value, str) else "integer" if isinstance(value, int) else "array"
            if schema.get("type") == kind and schema.get("format") != "date":
                made[member] = value
        if name == "cases.open_case":  # who reports something says what
            made |= {"category": "other", "sentence": "Look here"}
        return made

    def complete(self, name, body, client):
        """With what the server misses in it: else it would not be looked at at all."""
        members = self.resolved(self.schema_of(name))["properties"]
        for _ in members:
            said = client.command(name, body)
            if said.reason() != "member_missing":
                break
            member = said.json()["errors"][0]["pointer"].strip("/")
            need(member in members, f"{name} {body}: {said}")
            schema = self.resolved(members[member])
            made = SAMPLES.get(member) or self.least(schema)
            body[member] = [self.least(schema["items"])] if made == [] else made
        return body

    def least(self, schema):
        schema = self.resolved(schema)
        for key in ("oneOf", "anyOf", "allOf"):
            if key in schema:
                return self.least(schema[key][0])
        if "enum" in schema:
            return schema["enum"][0]
        kind = schema.get("type")
        kind = kind[0] if isinstance(kind, list) else kind
        if kind == "object":
            return {name: self.least(schema["properties"][name]) for name in schema.get("required", [])}
        if kind == "array":
            return [self.least(schema["items"])] if schema.get("minItems") else []
        if kind in ("integer", "number"):
            return 1
        if kind == "boolean":
            return True
        form, pattern = schema.get("format", ""), schema.get("pattern", "")
        if form == "date-time":
            return "2026-01-01T00:00:00.000000Z"
        if form == "date":
            return "2026-01-01"
        if "[A-Z]{3}" in pattern:
            return "EUR"
        return "1" if pattern or form else "x"


# ---------------------------------------------------------------- the table

def make_keys(ada, roles):
    """A key of each role: without a scope, here, and there."""
    keys = {}
    for role in roles:
        for name, scope in (("all", {}), ("here", HERE), ("there", THERE)):
            principal = f"{role.replace('_', '-')}.{name}"
            said = ada.ask("POST", "/v1/keys", {"principal": principal, "source": principal, "roles": [role],
                                                 "scope": scope, "expires_in_days": 30})
            need(said.status == 200, f"a key for {principal}: {said}")
            keys[role, name] = Client(ada.server, said.json()["key"])
    return keys


def check_published(ada, golden):
    """What the server tells of its table is what was reviewed."""
    said = {row["name"]: row for row in ada.ask("GET", "/v1/roles").json()["rows"]}
    need(set(said) == set(golden.rows), f"the table differs: {set(said) ^ set(golden.rows)}")
    for name, row in golden.rows.items():
        need(set(said[name]["roles"]) == row["roles"], f"{name}: {said[name]['roles']} and not {row['roles']}")
        need(set(said[name]["checks"]) == row["checks"], f"{name}: {said[name]['checks']} and not {row['checks']}")
        need(said[name]["way"] == row["way"], f"{name}: {said[name]['way']} and not {row['way']}")
    for what, role, allowed in BY_HAND:
        need((role in golden.rows[what]["roles"]) == allowed, f"{what} with {role} must be {allowed}")
    return f"{len(said)} rows"


def expect_command(name, row, role, where):
    """The codes of a 403 that may come back; none: it must not be a 403."""
    if role not in row["roles"]:
        return {"role_missing"}
    asks_place = row["checks"] & {"site", "customer"}
    if (where == "there" and asks_place) or (where == "here" and name in OF_NO_PLACE):
        return OUT_OF_SCOPE
    if "value" in row["checks"] and "if_named" not in row["checks"]:
        return SAYS_VALUE
    return SAYS_VALUE | {""} if "value" in row["checks"] else {""}


def check_commands(keys, golden, bodies, place):
    """Each command x role x scope. Documents are those of LYON, except for the keys of who is elsewhere."""
    asked, unseen = 0, set()
    for name, row in golden.rows.items():
        if "." not in name:
            continue
        if row["way"] == "api":
            body = bodies.complete(name, bodies.body(name, place), keys[min(row["roles"]), "all"])
        for role in golden.roles.values():
            if row["way"] != "api":
                said = keys[role, "all"].command(name, {})
                need(said.status == 404, f"{name}, {row['way']}, as {role}: {said}")
                asked += 1
                continue
            for where in ("all", "here", "there"):
                # of one's own access himself, nobody here
                said = keys[role, where].command(name, body)
                asked += 1
                expected = expect_command(name, row, role, where)
                if not names_place(name, row, body) and name not in OF_NO_PLACE:
                    unseen.add(name)
                    continue
                if "" in expected and said.status != 403:
                    need(said.status in (200, 400, 409, 422), f"{name} as {role}, {where}: {said}")
                    continue
                need(said.status == 403, f"{name} {body} as {role}, {where}, is not refused: {said}")
                need(said.reason() in expected, f"{name} {body} as {role}, {where}: {said}, not one of {expected}")
    need(not unseen, f"in and out of scope are not tried for {sorted(unseen)}: give them a document in `build`")
    return f"{asked} commands"


def names_place(name, row, body):
    """Whether the body names something that has the place that the row asks about."""
    if not row["checks"] & {"site", "customer"}:
        return True
    named = {"site", "order", "customer", "release", "shipment", "invoice", "credit", "rma", "count", "case_id", "hold",
             "from", "sscc", "incident"}
    by_name = {"inventory.reserve_order": "number", "inventory.receive_transfer": "transfer",
               "billing.reverse_payment": "reference"}
    return bool(named & set(body)) or {"supply", "item"} <= set(body) or by_name.get(name) in body


def check_reads(keys, golden):
    asked = 0
    for area, paths in READS.items():
        row = golden.rows[area]
        limited = bool(row["checks"] & {"site", "customer"})
        for role in golden.roles.values():
            for where in ("all", "here", "there"):
                for path in paths:
                    said = keys[role, where].ask("GET", path)
                    asked += 1
                    what = f"GET {path} as {role}, {where}"
                    if role not in row["roles"]:
                        need(said.status == 403 and said.reason() == "role_missing", f"{what}: {said}")
                        continue
                    if where != "all" and limited and path in UNFILTERED:
                        need(said.status == 403 and said.reason() == "out_of_scope", f"{what}: {said}")
                        continue
                    if path.startswith(SINGLE) and where == "there":
                        need(said.status == 404, f"{what} is not hidden: {said}")
                        continue
                    need(said.status == 200, f"{what}: {said}")
                    check_rows(said, what, area, where, path == paths[0])
    return f"{asked} reads"


def check_rows(said, what, area, where, is_list):
    if not is_list or area not in SHOWN:
        return
    here, there = (name.encode() for name in SHOWN[area])
    need((here in said.body) == (where != "there"), f"{what} has {here}: {here in said.body}")
    need((there in said.body) == (where != "here"), f"{what} has {there}: {there in said.body}")


def check_other_ways_to_read(keys, golden):
    """What lists hide is hidden in files, plans, bulk answers and searches, too."""
    for area, path in (("orders", "/v1/orders?format=csv"), ("orders", "/v1/orders?sort=value"),
                       ("orders", "/v1/orders?q=SO"), ("stock", "/v1/stock?format=csv"),
                       ("customers", "/v1/customers?format=csv"), ("invoices", "/v1/invoices?format=csv")):
        for where in ("all", "here", "there"):
            said = keys["finance", where].ask("GET", path)
            need(said.status == 200, f"GET {path}: {said}")
            check_rows(said, f"GET {path} as finance, {where}", area, where, True)
    for where, shown in (("all", True), ("here", True), ("there", False)):
        clerk = keys["customer_service", where]
        total = clerk.ask("GET", "/v1/orders?customer=ACME").json()["total"]
        need((total > 0) == shown, f"{where}: the total is {total}")
        said = clerk.ask("POST", "/v1/plan", {"command": "orders.place_hold", "orders": ["SO-1"]})
        need((b"order_unknown" not in said.body) == shown, f"a plan, {where}: {said}")
        line = {"command": "orders.amend_line", "message_id": f"bulk-{where}",
                "body": {"order": "SO-1", "line": 9, "quantity": 1}}
        said = clerk.ask("POST", "/v1/commands", json.dumps(line) + "\n", {"Content-Type": "application/x-ndjson"})
        need((b"customer_out_of_scope" not in said.body) == shown, f"bulk, {where}: {said}")
    case = keys["finance", "all"].ask("GET", "/v1/cases?order=SO-1").json()["items"][0]["code"]
    invoice = keys["finance", "all"].ask("GET", "/v1/invoices?order=SO-1").json()["items"][0]["code"]
    for path in (f"/v1/cases/{case}", f"/v1/invoices/{invoice}", "/v1/orders/SO-1", "/v1/orders/SO-1/timeline"):
        for where, status in (("all", 200), ("here", 200), ("there", 404)):
            said = keys["finance", where].ask("GET", path)
            need(said.status == status, f"GET {path} as finance, {where}: {said}")


def check_stream(ada):
    """An event stream ends with the right to it."""
    server = ada.server
    made = ada.ask("POST", "/v1/keys", {"principal": "feeder", "source": "feeder", "roles": ["integrator"],
                                         "expires_in_days": 1}).json()
    connection = server.connect(timeout=10)
    connection.request("GET", "/v1/events?after=0", None, {"Authorization": f"Bearer {made['key']}",
                                                           "Accept": "text/event-stream"})
    stream = connection.getresponse()
    need(stream.status == 200 and stream.read(20), f"the stream is {stream.status}")
    ada.ask("DELETE", f"/v1/keys/{made['prefix']}")
    try:
        while stream.read(1 << 16):
            pass
    except http.client.HTTPException:
        pass
    except TimeoutError:
        raise Failed("the stream of a revoked key goes on") from None


def check_parts(keys):
    """The page of an order shows to nobody what the lists of its parts refuse him, nor does If-Match."""
    for role, billed in (("finance", True), ("warehouse", False), ("customer_service", True), ("buyer", False)):
        page = keys[role, "all"].ask("GET", "/v1/orders/SO-1").json()
        need(bool(page["invoices"]) == bool(page["credits"]) == billed, f"invoices and credits for {role}: {page}")
        need(("billed" in page["money"]) == billed, f"money for {role}: {page['money']}")
    for role in ("warehouse", "customer_service"):
        for where, status in (("all", 412), ("there", 403)):
            said = keys[role, where].command("orders.cancel_lines", {"order": "SO-1", "reason": "asked for"},
                                             {"If-Match": '"1"'})
            need(said.status == status, f"a command with If-Match as {role}, {where}: {said}")


def check_changes(keys):
    """The stream that keeps pages live names orders of the scope only, and has nothing of what happened."""
    for where, shown in (("here", {"SO-1"}), ("there", {"SO-2"}), ("all", {"SO-1", "SO-2"})):
        client = keys["warehouse", where]
        connection = client.server.connect(timeout=1)
        connection.request("GET", "/v1/events?data=none&after=0", None, {
            "Authorization": f"Bearer {client.bearer}", "Accept": "text/event-stream"})
        stream = connection.getresponse()
        need(stream.status == 200, f"the stream of changes, {where}, is {stream.status}")
        text, named, until = b"", set(), time.monotonic() + 20
        while time.monotonic() < until:
            try:
                text += stream.read1(1 << 16)
            except TimeoutError:  # nothing more comes
                if named >= shown:
                    break
            named = {name.decode() for name in re.findall(rb'"subject":"(SO-[0-9]+)"', text)}
        connection.close()
        need(named == shown, f"the stream of changes, {where}, names {named}")
        need(b'"data"' not in text and b"access." not in text, f"the stream of changes says too much: {text[:300]!r}")


def check_other_routes(server, keys, golden):
    """Every other route of the contract, with a key that may nothing there."""
    anonymous, worker = Client(server), keys["warehouse", "all"]
    for method, path, body in (("POST", "/v1/users", {"user": "eve", "display_name": "Eve"}),
                               ("POST", "/v1/users/ada/password", {}), ("POST", "/v1/backups", {}),
                               ("POST", "/v1/persons/erase", {"person": "customer:ACME", "reason": "asked for"}),
                               ("POST", "/v1/keys", {"principal": "eve", "source": "eve", "roles": ["finance"]}),
                               ("POST", "/v1/keys/abcdefgh12/rotate", {}), ("DELETE", "/v1/keys/abcdefgh12", None),
                               ("GET", "/v1/users", None), ("GET", "/v1/keys", None), ("GET", "/v1/webhooks", None),
                               ("POST", "/v1/jobs/activate", {"types": ["x"], "worker": "w"}),
                               ("POST", "/v1/jobs/1/complete", {}), ("POST", "/v1/jobs/1/fail", {}),
                               ("POST", "/v1/jobs/1/extend", {})):
        said = anonymous.ask(method, path, body)
        need(said.status == 401, f"{method} {path} as nobody: {said}")
        said = worker.ask(method, path, body)
        need(said.status == 403, f"{method} {path} as a warehouse worker: {said}")
    said = keys["integrator", "here"].ask("POST", "/v1/jobs/activate", {"types": ["x"], "worker": "w"})
    need(said.status == 403, f"jobs of all sites for a key of one site: {said}")


# ---------------------------------------------------------------- the door

def check_keys(ada):
    server = ada.server
    made = ada.ask("POST", "/v1/keys", {"principal": "shop", "source": "shop", "roles": ["customer_service"],
                                         "expires_in_days": 30}).json()
    key, prefix = made["key"], made["prefix"]

    def status(bearer):
        return Client(server, bearer).ask("GET", "/v1/orders").status

    def why(bearer):
        return Client(server, bearer).ask("GET", "/v1/orders").reason()

    need(status(key) == 200, "a new key does not count")
    last = "A" if key[-3] != "A" else "B"
    for wrong in (key[:-3] + last + key[-2:], f"tf_{prefix}_", f"tf_{prefix}", f"tf_zzzzzzzzzz_{key[14:]}", key + "A",
                  key.upper(), key[3:], "tf_", "tf__", "tf_" + "0" * 64, " " + key):
        need(status(wrong) == 401 or wrong.strip() == key, f"{wrong} is not refused")
    need(why(key[:-3] + last + key[-2:]) == why(f"tf_zzzzzzzzzz_{key[14:]}") == "key_wrong",
         "a wrong secret and an unknown prefix do not look alike")
    said = ada.ask("POST", f"/v1/keys/{prefix}/rotate", {"overlap_days": 1})
    need(said.status == 200, f"rotation: {said}")
    successor = said.json()["key"]
    need(status(key) == 200 and status(successor) == 200, "old and new key do not overlap")
    need(ada.ask("POST", f"/v1/keys/{prefix}/rotate", {}).status == 422, "a key is rotated twice")
    need(ada.ask("DELETE", f"/v1/keys/{prefix}").status == 200, "the old key cannot be revoked")
    need(status(key) == 401 and why(key) == "key_revoked", "a revoked key counts")
    need(status(successor) == 200, "the successor went with it")
    listed = ada.ask("GET", "/v1/keys").body
    need(key[14:].encode() not in listed and b"secret" not in listed, "the list of keys shows a secret")
    need(status(server.token) == 401, "the operator token counts although there is an administrator")


def check_passwords(ada):
    server = ada.server
    nobody = Client(server)

    def log_in(user, password, client=nobody):
        return client.ask("POST", "/v1/session", {"user": user, "password": password})

    made = ada.ask("POST", "/v1/users", {"user": "fin", "display_name": "Fin", "roles": ["finance"]}).json()
    said = log_in("fin", made["temporary_password"])
    need(said.status == 200 and said.json()["must_change_password"], f"a temporary password: {said}")
    fin = said.session(server)
    need(fin.ask("GET", "/v1/orders").reason() == "password_temporary", "a temporary password opens everything")
    for weak in ("short", "fin-and-more-of-it", "x" * 20):
        said = fin.ask("POST", "/v1/users/fin/password", {"current": made["temporary_password"], "password": weak})
        need(said.status == 400, f"the password {weak}: {said}")
    said = fin.ask("POST", "/v1/users/fin/password", {"current": "wrong-current-one", "password": PASSWORD})
    need(said.status == 403, f"a wrong current password: {said}")
    said = fin.ask("POST", "/v1/users/fin/password", {"current": made["temporary_password"], "password": PASSWORD})
    need(said.status == 200, f"one's own password: {said}")
    need(fin.ask("GET", "/v1/session").status == 401, "the session from before the change goes on")
    fin = said.session(server)
    need(fin.ask("GET", "/v1/invoices").status == 200, "the session after the change does not count")

    need(log_in("fin", "wrong").body.split(b'"trace_id"')[0] == log_in("zoe", "wrong").body.split(b'"trace_id"')[0],
         "an unknown name does not look like a wrong password")
    times = {"fin": [], "yan": []}
    for _ in range(2):
        for user, took in times.items():
            began = time.monotonic()
            log_in(user, "wrong")
            took.append(time.monotonic() - began)
    need(min(times["yan"]) > min(times["fin"]) / 5, f"an unknown name is told by the time it takes: {times}")
    for _ in range(2):
        log_in("fin", "wrong")
    said = log_in("fin", PASSWORD)
    need(said.status == 429 and int(said.headers["Retry-After"]) >= 1, f"after five failures: {said}")
    need(fin.ask("GET", "/v1/session").status == 200, "who is logged in is locked out, too")
    time.sleep(int(said.headers["Retry-After"]) + 0.2)
    need(log_in("fin", PASSWORD).status == 200, "the wait has no end")
    return fin


def check_sessions(ada, fin):
    server = ada.server
    planted = Client(server, cookie="truefill_session=chosen-by-somebody-else")
    said = planted.ask("POST", "/v1/session", {"user": "fin", "password": PASSWORD})
    flags = said.headers["Set-Cookie"]
    need("chosen-by" not in flags, "a session keeps the cookie that the browser brought")
    need(planted.ask("GET", "/v1/session").status == 401, "a planted cookie is a session")
    for flag in ("HttpOnly", "SameSite=Strict", "Path=/"):
        need(flag in flags, f"the cookie lacks {flag}: {flags}")
    own = said.session(server)
    again = own.ask("POST", "/v1/session", {"user": "fin", "password": PASSWORD}).session(server)
    need(own.ask("GET", "/v1/session").status == 401, "a log-in leaves the session before it open")
    body = {"order": "SO-1", "scope": "order", "reason": "asked for", "blocks": ["invoice"]}
    for wrong in ("", "0" * 64, fin.csrf):
        said = again.command("orders.place_hold", body, {"X-CSRF-Token": wrong})
        need(said.reason() == "csrf_token_wrong", f"a write with the CSRF token {wrong!r}: {said}")
    need(again.command("orders.place_hold", body).status == 200, "a write with the right CSRF token is refused")
    ended = again.ask("DELETE", "/v1/session")
    need(ended.status == 204 and "Max-Age=0" in ended.headers["Set-Cookie"], f"log out: {ended}")
    need(again.ask("GET", "/v1/session").status == 401, "a session goes on after the log-out")
    need(fin.ask("GET", "/v1/session").status == 200, "another session ended with it")
    ada.done("access.deactivate_user", {"user": "fin"})
    need(fin.ask("GET", "/v1/session").status == 401, "the session of a deactivated user goes on")
    said = Client(server).ask("POST", "/v1/session", {"user": "fin", "password": PASSWORD})
    need(said.status == 401, f"a deactivated user logs in: {said}")


def check_limits(ada):
    """A person with a value limit, and four eyes."""
    server = ada.server
    made = ada.ask("POST", "/v1/users", {"user": "cleo", "display_name": "Cleo", "roles": ["finance"],
                                         "password": PASSWORD})
    need(made.status == 200, f"a user with a password: {made}")
    first = Client(server).ask("POST", "/v1/session", {"user": "cleo", "password": PASSWORD}).session(server)
    other = PASSWORD + " again"
    cleo = first.ask("POST", "/v1/users/cleo/password", {"current": PASSWORD, "password": other}).session(server)
    grant = {"invoice": 1, "line": 1, "money": {"amount": "5.00", "currency": "EUR"}, "reason": "late",
             "requested_by": "ada", "approved_by": "cleo"}

    def why(**other_members):
        said = cleo.command("billing.grant_credit", {**grant, **other_members})
        return said.reason() if said.status == 403 else said.status

    need(why() == "no_limit", f"without a limit: {why()}")
    ada.done("access.set_limit", {"user": "cleo", "up_to": {"amount": "4.99", "currency": "EUR"}})
    need(why() == "over_limit", f"over the limit: {why()}")
    need(why(requested_by="cleo", money={"amount": "1.00", "currency": "EUR"}) == "same_person", "four eyes are two")
    for nobody in ("nobody-who-exists", "", "warehouse.all"):
        said = why(requested_by=nobody, money={"amount": "1.00", "currency": "EUR"})
        need(said == "requester_unknown", f"{nobody!r} asked for a credit: {said}")
        said = cleo.command("billing.write_off", {"invoice": 1, "amount": "1.00", "reason": "small",
                                                  "approved_by": "cleo"}, {"Truefill-Requested-By": nobody})
        need(said.reason() == "requester_unknown", f"{nobody!r} asked for a write-off: {said}")
    need(why(approved_by="ada") == "approver_not_sender", "somebody approves in another's name")
    need(why(money={"amount": "4.99", "currency": "EUR"}) in (200, 422), "within the limit it is refused")
    need(cleo.command("access.set_limit", {"user": "cleo", "up_to": {"amount": "99", "currency": "EUR"}}).status == 403,
         "who has a limit sets it")


def check_pages(server):
    nobody = Client(server)
    nonces = set()
    for path in ("/", "/orders", "/first-run", "/access"):
        page = nobody.ask("GET", path)
        policy = page.headers.get("Content-Security-Policy", "")
        need(page.status == 200, f"GET {path}: {page.status}")
        nonce = re.search(r"script-src 'self' 'nonce-([0-9a-f]{32})'", policy)
        need(nonce, f"GET {path} has the policy {policy}")
        need("default-src 'none'" in policy and "frame-ancestors 'none'" in policy and "unsafe" not in policy,
             f"GET {path} has the policy {policy}")
        if page.headers["Content-Type"].startswith("text/html"):
            need(nonce.group(1).encode() in page.body, f"the nonce is not in the page {path}")
        nonces.add(nonce.group(1))
        for header, value in (("X-Frame-Options", "DENY"), ("X-Content-Type-Options", "nosniff"),
                              ("Referrer-Policy", "no-referrer")):
            need(page.headers.get(header) == value, f"GET {path} lacks {header}")
    need(len(nonces) == 4, "a nonce comes twice")
    for path in ("/assets/../run.tf", "/assets/..%2f..%2frun.tf", "/assets/%2e%2e/%2e%2e/etc/passwd", "/assets/....//x",
                 "/assets//etc/passwd", "/assets/%00", "/assets/..\\..\\run.tf", "/assets/", "/../run.tf.token"):
        said = nobody.ask("GET", path)
        need(said.status in (400, 404), f"GET {path}: {said}")
        need(b"root:" not in said.body and b"SQLite" not in said.body, f"GET {path} shows a file")


# ---------------------------------------------------------------- all of it

def check_first_run(server):
    """The link makes one administrator, once. Answers his session."""
    nobody = Client(server)
    body = {"secret": server.first_run, "user": "ada", "display_name": "Ada", "password": PASSWORD}
    said = nobody.ask("POST", "/v1/first-run", {**body, "secret": "x" * 43})
    need(said.status == 401, f"a wrong first-run link: {said}")
    said = nobody.ask("POST", "/v1/first-run", {**body, "password": "short"})
    need(said.status == 400, f"a short first password: {said}")
    said = nobody.ask("POST", "/v1/first-run", body)
    need(said.status == 200, f"the first-run link: {said}")
    ada = said.session(server)
    said = nobody.ask("POST", "/v1/first-run", {**body, "user": "eve"})
    need(said.status in (401, 422), f"the first-run link a second time: {said}")
    return ada


def run(server):
    places = build(server)
    boss = Client(server, server.token)
    bodies = Bodies(boss.ask("GET", "/openapi.json").json())
    ada = check_first_run(server)
    golden = Golden()
    print("published:", check_published(ada, golden), flush=True)
    keys = make_keys(ada, golden.roles.values())
    print("reads:", check_reads(keys, golden), flush=True)
    print("commands:", check_commands(keys, golden, bodies, places["LYON"]), flush=True)
    check_other_ways_to_read(keys, golden)
    check_other_routes(server, keys, golden)
    check_parts(keys)
    check_changes(keys)
    check_stream(ada)
    check_keys(ada)
    check_limits(ada)
    fin = check_passwords(ada)
    check_sessions(ada, fin)
    check_pages(server)
    secrets = [PASSWORD, server.first_run, ada.cookie.split("=")[1]] + [key.bearer for key in keys.values()]
    need(not any(secret in server.log_text() for secret in secrets), "the log has a secret")
    stored = server.journal.read_bytes()
    need(not any(secret.encode() in stored for secret in secrets), "the journal has a secret")


def main():
    with tempfile.TemporaryDirectory(prefix="truefill-security-") as folder:
        server = Server(folder)
        try:
            server.start()
            until = time.monotonic() + 5
            while not server.first_run and time.monotonic() < until:
                time.sleep(0.01)  # it is told after the address
            run(server)
            server.stop()
            server.verify()
        except Failed as failure:
            print(f"security: {failure}\n{server.log_text()[-2000:]}")
            return 1
        except Exception:
            traceback.print_exc()
            print(server.log_text()[-2000:])
            return 1
        finally:
            server.end()
    print("security: every row of the table holds, both ways")
    return 0


if __name__ == "__main__":
    sys.exit(main())
