"""Compares the answers of tests/questions.sh with figures made from exported balances and events."""
import collections, csv, datetime, decimal, json, pathlib, sys

folder = pathlib.Path(sys.argv[1])
wrong = []


def check(what, views, other):
    if views != other:
        wrong.append(f"{what}: the views say {views}, the journal {other}")
    print(f"{'ok   ' if views == other else 'WRONG'} {what}: {views}")


def rows(name):
    with open(folder / name, newline="") as file:
        return list(csv.reader(file))


def time_of(text):
    return datetime.datetime.fromisoformat(text.replace("Z", "+00:00"))


def whole_second(text):
    return time_of(text).replace(microsecond=0)


# ---------------------------------------------------------------- balances of the ledgers, at the end only
balances = folder / "balances.csv"
units, stock = collections.Counter(), collections.Counter()
unbilled = decimal.Decimal(0)
for account, commodity, number in rows("balances.csv")[1:] if balances.exists() else []:
    parts = account.split(":")
    if parts[0] == "units":
        units[parts[1], parts[2]] += int(number)
    elif parts[0] == "stock":
        stock[parts[1], parts[2]] += int(number)
    elif parts[0] == "money" and parts[-1] == "unbilled":
        unbilled += decimal.Decimal(number)

if balances.exists():
    for name in ("pipeline", "billing"):
        sums = {bucket: int(number) for bucket, number in rows(f"{name}.csv") if bucket != "none"}
        check(f"units by {name}", sums, {key[1]: number for key, number in sorted(units.items())
                                         if key[0] == name and key[1] not in ("none", "outside") and number != 0})
    for site, available, allocated, staged in rows("stock.csv"):
        check(f"stock at {site}", (int(available), int(allocated), int(staged)),
              (stock[site, "available"], stock[site, "allocated"], stock[site, "staged"]))

# ---------------------------------------------------------------- events of the journal
def see_shipment(event, body):
    """Where the units of each shipment are, from the postings of whatever moved them."""
    entry = body.get("entry", {})
    shipment = body.get("shipment") if event.startswith("shipping.") else None
    for posting in entry.get("units", []):
        before, after = posting.get("from", "none"), posting.get("to", "none")
        key = shipment, posting["line"]
        if shipment is None:
            if before not in ("shipped", "lost"):
                continue
            places = on_way if before == "shipped" else lost
            key = next((one, posting["line"]) for one in issued[entry["order"], posting["line"]]
                       if places[one, posting["line"]] >= posting["quantity"])
        on_way[key] += posting["quantity"] * ((after == "shipped") - (before == "shipped"))
        lost[key] += posting["quantity"] * ((after == "lost") - (before == "lost"))


as_of, position = (folder / "place").read_text().strip().split("|")
as_of = time_of(as_of)
sites, carriers = [], []
ordered, kept = {}, set()               # when; sales
issued = collections.defaultdict(list)   # order and line -> shipments
shipments = {}                          # id -> order, carrier, due, delivered
on_way, lost, left = collections.Counter(), collections.Counter(), collections.Counter()
account = decimal.Decimal(0)            # unbilled, from the postings
demand = collections.Counter()          # units of sales by Monday
last = 0
for line in open(folder.parent / "events.jsonl"):
    event = json.loads(line)
    body, name = event["body"], event["event"]
    if event["position"] > int(position):
        break
    last = event["position"]
    if name == "masterdata.catalogue_loaded":
        carriers += [one["code"] for one in body["catalogue"].get("carriers", []) if one["code"] not in carriers]
        sites += [one["code"] for one in body["catalogue"].get("sites", []) if one["code"] not in sites]
    if name == "orders.order_accepted":
        ordered[body["order"]] = time_of(body["ordered_at"])
    if name in ("shipping.goods_issued", "shipping.delivery_retracted"):
        one = shipments.setdefault(body["shipment"], {"order": body["order"], "carrier": 0})
        one["due"], one["delivered"] = whole_second(body["due"]), None
        one["carrier"] = body.get("carrier", one["carrier"])
    if name == "shipping.delivered":
        shipments[body["shipment"]]["delivered"] = whole_second(body["delivered_at"])
    if name == "shipping.goods_issued":
        left[body["shipment"]] += sum(one["quantity"] for one in body["lines"])
        for one in body["lines"]:
            issued[body["order"], one["line"]].append(body["shipment"])
    if name == "shipping.issue_reversed":
        left[body["shipment"]] -= sum(one["quantity"] for one in body["lines"])
    see_shipment(name, body)
    entry = body.get("entry", {})
    for posting in entry.get("money", []):
        amount = decimal.Decimal(posting["money"]["amount"])
        account += amount * ((posting.get("debit") == "unbilled") - (posting.get("credit") == "unbilled"))
    for posting in entry.get("units", []):
        if entry.get("order") not in ordered and body.get("order") not in ordered:
            continue
        order = entry["order"]
        day = ordered[order].date()
        week = str(day - datetime.timedelta(days=day.weekday()))
        gone = ("cancelled", "substituted")
        away = ("shipped", "delivered", "lost", "returned")
        before, after = posting.get("from", "none"), posting.get("to", "none")
        number = posting["quantity"]
        demand[week, "units"] += number * ((before == "none") - (after in gone) + (before in gone))
        demand[week, "filled"] += number * ((after in away) - (before in away))
if balances.exists():
    check("the last record", int(position), last)

# ---------------------------------------------------------------- 1. late orders by carrier
travelling_of, lost_of, wanted = collections.Counter(), collections.Counter(), {}
for counted, by_line in ((travelling_of, on_way), (lost_of, lost)):
    for (number, _), count in by_line.items():
        counted[number] += count
for number, one in shipments.items():
    if one["order"] not in ordered or left[number] == 0:
        continue
    carrier = carriers[one["carrier"] - 1] if one["carrier"] else "(none)"
    every, late, missing = wanted.setdefault(carrier, (set(), set(), set()))
    every.add(one["order"])
    travelling, gone = travelling_of[number], lost_of[number]
    if gone or (travelling and as_of > one["due"]) or (one["delivered"] and one["delivered"] > one["due"]):
        late.add(one["order"])
        if travelling or gone:
            missing.add(one["order"])
check("late orders by carrier", {row[0]: tuple(int(row[i]) for i in (1, 2, 4)) for row in rows("late.csv")},
      {carrier: tuple(map(len, sets)) for carrier, sets in wanted.items()})

# ---------------------------------------------------------------- 2. fill rate by site and week
weeks = collections.Counter()
for site, week, orders, number, filled, percent in rows("fill.csv"):
    weeks[week, "units"] += int(number)
    weeks[week, "filled"] += int(filled)
    if site not in sites + ["(none)"]:
        wrong.append(f"fill rate: there is no site {site}")
    if abs(float(percent) - 100 * int(filled) / int(number)) > 0.051:
        wrong.append(f"fill rate: {filled} of {number} is not {percent} percent")
check("units ordered and filled by week", dict(sorted(weeks.items())),
      {key: number for key, number in sorted(demand.items()) if demand[key[0], "units"] != 0})

# ---------------------------------------------------------------- 3. open billable by age
billable = sum((decimal.Decimal(row[3]) / 100 for row in rows("billable.csv")), decimal.Decimal(0))
check("open billable, all ages", billable, account)
if balances.exists():
    check("the account unbilled", unbilled, account)

if wrong:
    sys.exit("\n".join(wrong))
print("The views answer as the journal does.")
