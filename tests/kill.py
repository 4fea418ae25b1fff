"""The kill test.

Eight clients place, hold, lift, cancel, ship and deliver orders. Each request has an Idempotency-Key. The server
is killed (SIGKILL) at random moments, also while it starts, and started again. A client that gets no answer sends
the same again until it gets one; it knows nothing else. A ninth one follows the event stream and resumes with
Last-Event-ID. When the last kill is over, the clients finish what they have begun, and then:

- each command that was answered with 200 stands in the feed under its message id, in one record, at the position
  that was answered; each order was accepted once and issued at most once; nothing stands there that nobody sent
- each key, sent once more, is a duplicate at the same position, or the same refusal
- who followed the stream has seen the same events as who reads the feed afterwards
- `truefill verify` passes after a clean end

KILLS (10) and SEED (the clock) come from the environment; the line at the end names both.
"""
import collections
import http.client
import json
import os
import random
import sys
import tempfile
import threading
import time
import traceback

from server_process import CATALOGUE, Failed, Server, need, placed_order

CLIENTS = 8
ANSWER_SECONDS = 60  # until a client must have an answer, over all its attempts
BULK = 20            # orders in one request of the client that sends many at once
BEFORE_KILL = (0.05, 0.75)     # seconds that it runs
WHILE_STARTING = (0.005, 0.12) # seconds that it gets when the next kill shall not wait until it listens


class Command:
    """What a client sent under a key, and every answer that it got."""

    def __init__(self, name, key, body):
        self.name, self.key, self.body = name, key, body
        self.answers = []  # (outcome, position) or (code of the refusal, None)
        self.attempts = 0

    def line(self):
        return json.dumps({"command": self.name, "message_id": self.key, "body": self.body})


class Client(threading.Thread):
    def __init__(self, test, number):
        super().__init__(daemon=True)
        self.test, self.number = test, number
        self.random = random.Random(f"{test.seed}/{number}")
        self.connection = None
        self.orders = 0
        self.failure = None

    def run(self):
        try:
            while not self.test.closing.is_set():
                self.many_orders() if self.number == CLIENTS - 1 else self.one_order()
        except Exception:  # told by the test; a thread that dies in silence would pass for a client that is done
            self.failure = traceback.format_exc()
        finally:
            self.hang_up()

    def hang_up(self):
        if self.connection:
            self.connection.close()
        self.connection = None

    def exchange(self, method, path, body, headers):
        if not self.connection:
            self.connection = self.test.server.connect(timeout=20)
        self.connection.request(method, path, body, self.test.server.headers(headers))
        answer = self.connection.getresponse()
        return answer.status, answer.read()

    def until_answered(self, method, path, body=None, headers=None, attempt=lambda: None):
        """Sends it until somebody answers. 503 says: again."""
        until = time.monotonic() + ANSWER_SECONDS
        while True:
            attempt()
            try:
                status, text = self.exchange(method, path, body, headers)
                if status != 503:
                    return status, text
            except (OSError, http.client.HTTPException):
                self.hang_up()
                self.test.lost += 1
            need(time.monotonic() < until, f"{method} {path} got no answer in {ANSWER_SECONDS} s")
            time.sleep(self.random.uniform(0.005, 0.05))

    def send(self, name, key, body):
        """The outcome, or the code of a refusal."""
        command = Command(name, key, body)
        self.test.sent[key] = command

        def attempt():
            command.attempts += 1

        status, text = self.until_answered("POST", f"/v1/commands/{name}", json.dumps(body),
                                           {"Idempotency-Key": key}, attempt)
        need(status in (200, 422), f"{name} as {key} is answered with {status}: {text[:400]!r}")
        return self.note(command, json.loads(text))

    def note(self, command, said):
        answer = (said["outcome"], said["position"]) if "outcome" in said else (said["code"], None)
        command.answers.append(answer)
        return answer[0]

    def page(self, number):
        status, text = self.until_answered("GET", f"/v1/orders/{number}")
        need(status == 200, f"order {number} was placed, and is answered with {status}: {text[:200]!r}")
        return json.loads(text)

    def next_number(self):
        self.orders += 1
        return f"{self.number}-{self.orders}"

    def one_order(self):
        number = self.next_number()
        self.test.placed.add(number)
        said = self.send("orders.place_order", f"order/{number}", placed_order(number))
        need(said in ("committed", "duplicate"), f"placing {number} is answered with {said}")
        self.random.choice((self.leave, self.hold, self.cancel, self.ship, self.ship))(number)
        time.sleep(self.random.uniform(0, 0.004))

    def leave(self, number):
        pass

    def hold(self, number):
        self.send("orders.place_hold", f"hold/{number}",
                  {"scope": "order", "order": number, "reason": "a look", "blocks": ["issue"]})
        holds = self.page(number)["holds"]
        need(len(holds) == 1, f"order {number} has {len(holds)} holds after one was placed")
        self.send("orders.lift_hold", f"lift/{number}", {"hold": holds[0]["id"]})
        # Refused, since it is lifted: a retry must get the same refusal.
        self.send("orders.lift_hold", f"lift-again/{number}", {"hold": holds[0]["id"]})

    def cancel(self, number):
        self.send("orders.cancel_lines", f"cancel/{number}", {"order": number, "line": 1, "reason": "changed mind"})

    def ship(self, number):
        releases = self.page(number)["releases"]
        need(len(releases) == 1, f"order {number} has {len(releases)} releases; there is stock for all")
        self.send("warehouse.confirm_legacy", f"ship/{number}",
                  {"site": "LEEDS", "delivery_note": f"DN-{number}", "release": releases[0]["id"],
                   "lines": [{"line": 1, "quantity": 6}]})
        shipments = self.page(number)["shipments"]
        need(len(shipments) == 1, f"order {number} has {len(shipments)} shipments after one goods issue")
        self.send("shipping.confirm_delivery", f"deliver/{number}", {"shipment": shipments[0]["id"]})

    def many_orders(self):
        commands = []
        for _ in range(BULK):
            number = self.next_number()
            self.test.placed.add(number)
            commands.append(Command("orders.place_order", f"order/{number}", placed_order(number)))
        self.test.sent.update((one.key, one) for one in commands)

        def attempt():
            for one in commands:
                one.attempts += 1

        for command, said in zip(commands, self.bulk(commands, attempt), strict=True):
            need(self.note(command, said) in ("committed", "duplicate"), f"{command.key} is answered with {said}")
        time.sleep(self.random.uniform(0.01, 0.05))

    def bulk(self, commands, attempt=lambda: None):
        status, text = self.until_answered("POST", "/v1/commands", "\n".join(one.line() for one in commands),
                                           {"Content-Type": "application/x-ndjson"}, attempt)
        need(status == 200, f"{len(commands)} commands at once are answered with {status}: {text[:400]!r}")
        said = [json.loads(line) for line in text.splitlines()]
        need([one["line"] for one in said] == list(range(1, len(commands) + 1)), "the answers' lines are not in order")
        return [one.get("problem", one) for one in said]


class Follower(threading.Thread):
    """Reads the event stream from the beginning, over all kills."""

    def __init__(self, test):
        super().__init__(daemon=True)
        self.test = test
        self.seen = {}  # subject by id
        self.last = "0"
        self.ending = threading.Event()

    def run(self):
        while not self.ending.is_set():
            connection = self.test.server.connect(timeout=2)
            try:
                connection.request("GET", "/v1/events", None, self.test.server.headers(
                    {"Accept": "text/event-stream", "Last-Event-ID": self.last}))
                self.read(connection.getresponse())
            except (OSError, http.client.HTTPException):
                time.sleep(0.05)
            finally:
                connection.close()

    def read(self, stream):
        pending, named = [], None
        while not self.ending.is_set():
            line = stream.readline()
            if not line.endswith(b"\n"):
                return  # cut off: what came without its end does not count
            line = line.rstrip(b"\n")
            if line.startswith(b"data: "):
                event = json.loads(line[6:])
                pending.append((event["id"], event.get("subject")))
            elif line.startswith(b"id: "):
                named = line[4:].decode()
            elif not line:
                self.seen.update(pending)
                self.last = named or self.last
                pending, named = [], None


class Test:
    def __init__(self, folder, kills, seed):
        self.kills, self.seed = kills, seed
        self.random = random.Random(seed)
        # Snapshots come often, so that starts stand on them too.
        self.server = Server(folder, {"TRUEFILL_ENGINE_SNAPSHOT_EVERY": "1000"})
        self.sent, self.placed = {}, set()  # by key; order numbers
        self.lost = 0
        self.closing = threading.Event()
        self.slowest_start = 0.0
        self.killed_while_starting = 0

    def run(self):
        self.server.start()
        self.server.command("masterdata.load_catalogue", "catalogue", {"catalogue": CATALOGUE})
        self.server.command("inventory.open_stock", "stock", {
            "site": "LEEDS", "reference": "opening", "lines": [{"item": "85123A", "quantity": 10_000_000}]})
        clients = [Client(self, number) for number in range(CLIENTS)]
        follower = Follower(self)
        for one in [*clients, follower]:
            one.start()
        self.kill_and_start(clients)
        self.closing.set()
        for one in clients:
            one.join(ANSWER_SECONDS + 30)
            need(not one.is_alive(), f"client {one.number} did not finish")
            need(one.failure is None, f"client {one.number}: {one.failure}")
        events = self.feed()
        wrong = check(self.sent, self.placed, events)
        need(not wrong, f"{len(wrong)} things are wrong: " + "; ".join(wrong[:5]))
        need(self.kills < 5 or any(one.attempts > 1 for one in self.sent.values()), "no kill hit a request")
        prove_the_check(self.sent, self.placed, events)
        self.repeat_all(clients[0])
        self.compare(follower, events)
        self.server.stop()
        self.server.verify()
        return events

    def kill_and_start(self, clients):
        starting = False
        for _ in range(self.kills):
            time.sleep(self.random.uniform(*(WHILE_STARTING if starting else BEFORE_KILL)))
            self.killed_while_starting += not self.server.listening.is_set()
            self.server.kill()
            for one in clients:
                need(one.failure is None, f"client {one.number}: {one.failure}")
            self.server.spawn()
            starting = self.random.random() < 0.3
            if not starting:
                began = time.monotonic()
                self.server.await_listening()
                self.slowest_start = max(self.slowest_start, time.monotonic() - began)
        self.server.await_listening()

    def feed(self):
        """Every event from the beginning, in pages."""
        events, after = [], 0
        while True:
            status, headers, text = self.server.ask("GET", f"/v1/events?after={after}&limit=1000")
            need(status == 200, f"the feed after {after} is answered with {status}")
            events += json.loads(text)
            if "Link" not in headers:
                return events
            to = int(headers["Truefill-Position"])
            need(to > after, f"the feed does not get beyond {after}")
            after = to

    def repeat_all(self, client):
        """Every key again: those that took effect are duplicates, those that were refused are refused alike."""
        commands = list(self.sent.values())
        for at in range(0, len(commands), 2000):
            part = commands[at:at + 2000]
            for command, said in zip(part, client.bulk(part), strict=True):
                outcome, position = command.answers[0]
                if position is None:
                    need(said.get("code") == outcome, f"{command.key} was refused as {outcome}; repeated: {said}")
                else:
                    need((said.get("outcome"), said.get("position")) == ("duplicate", position),
                         f"{command.key} was answered {outcome} at {position}; repeated: {said}")
        client.hang_up()

    def compare(self, follower, events):
        fed = {event["id"]: event.get("subject") for event in events}
        until = time.monotonic() + 20
        while not fed.keys() <= follower.seen.keys() and time.monotonic() < until:
            time.sleep(0.05)
        follower.ending.set()
        follower.join(10)
        missing = fed.keys() - follower.seen.keys()
        need(not missing, f"the stream left out {len(missing)} events, such as {min(missing, default='')}")
        odd = follower.seen.keys() - fed.keys()
        need(not odd, f"the stream had {len(odd)} events that the feed does not know, such as {min(odd, default='')}")
        other = [one for one in fed if fed[one] != follower.seen[one]]
        need(not other, f"{len(other)} events had another subject in the stream than in the feed, such as "
             f"{other[:1]}: {[follower.seen[one] for one in other[:1]]} and {[fed[one] for one in other[:1]]}")


def check(sent, placed, events):
    """What is wrong with the feed, a sentence for each."""
    wrong = []
    records = collections.defaultdict(set)  # message id -> positions
    accepted, issued = collections.Counter(), collections.Counter()  # by order number
    for event in events:
        key = event.get("messageid", "")
        records[key].add(int(event["sequence"]))
        if event["type"] == "orders.order_accepted":
            number = event["data"]["entry"]["opened"][0]["number"]
            accepted[number] += 1
            if event.get("subject") != number:
                wrong.append(f"event {event['id']} accepts order {number}, and its subject is {event.get('subject')}")
        if event["type"] == "shipping.goods_issued":
            issued[key.removeprefix("ship/")] += 1
    for key, command in sent.items():
        positions = {position for _, position in command.answers}
        if not command.answers:
            wrong.append(f"{key} was never answered")
        elif len(positions) != 1:
            wrong.append(f"{key} has several answers: {command.answers}")
        elif positions == {None}:
            if not key.startswith("lift-again/"):
                wrong.append(f"{key} was refused: {command.answers}")
        elif records[key] != positions:
            wrong.append(f"{key} was answered {command.answers[0]}; the feed has it at {sorted(records[key])}")
    wrong += [f"nobody sent {key}, and the feed has it" for key in records.keys() - sent.keys() if "/" in key]
    wrong += [f"order {number} was accepted {accepted[number]} times" for number in placed | accepted.keys()
              if accepted[number] != 1 or number not in placed]
    shipped = {key.removeprefix("ship/") for key in sent if key.startswith("ship/")}
    wrong += [f"order {number} was issued {issued[number]} times" for number in shipped | issued.keys()
              if issued[number] != 1 or number not in shipped]
    return wrong


def prove_the_check(sent, placed, events):
    """The check itself must find what it is there for: an answer that was lost, an order that stands there twice,
    an effect at another position, one that nobody asked for."""
    lost = Command("orders.place_order", "order/lost", {})
    lost.answers = [("committed", 1)]
    need(check({**sent, lost.key: lost}, placed, events), "the check does not see a lost command")
    last = next(event for event in reversed(events) if event["type"] == "orders.order_accepted")
    without = [event for event in events if event["sequence"] != last["sequence"]]
    need(check(sent, placed, without), "the check does not see a lost order")
    need(check(sent, placed, events + [last]), "the check does not see an order twice")
    moved = {**last, "sequence": str(int(last["sequence"]) + 1)}
    need(check(sent, placed, without + [moved]), "the check does not see another position")
    need(check({key: one for key, one in sent.items() if key != last["messageid"]}, placed, events),
         "the check does not see what nobody sent")


def main():
    kills = int(os.environ.get("KILLS", "10"))
    seed = int(os.environ.get("SEED") or time.time_ns() // 1_000_000 % 1_000_000)
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="truefill-kill-") as folder:
        test = Test(folder, kills, seed)
        try:
            events = test.run()
        except Failed as failed:
            print(f"FAILED: {failed}\n--- the server's log, its end:\n{test.server.log_text()[-4000:]}")
            print(f"again: KILLS={kills} SEED={seed} TRUEFILL_BIN={test.server.program} bash tests/kill.sh")
            return 1
        finally:
            test.closing.set()
            test.server.end()
    answers = list(test.sent.values())
    print(f"{kills} kills ({test.killed_while_starting} while it started), {len(answers)} commands answered, "
          f"{sum(1 for one in answers if one.attempts > 1)} of them after retries, "
          f"{sum(1 for one in answers if one.answers[0][0] == 'duplicate')} found done by a retry, "
          f"{len(test.placed)} orders, {len(events)} events, slowest start {test.slowest_start:.2f} s, "
          f"{time.monotonic() - began:.0f} s, SEED={seed}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
