"""Webhooks from a real server to real receivers: signatures checked by other code than the server's, order, retries,
410, replay over a restart, rotated secrets, and addresses that must not be reached.

ONLY names the parts to try, apart by commas.
"""
import json
import os
import pathlib
import shutil
import sqlite3
import stat
import sys
import tempfile
import time

from receivers import Receiver, check, event_of, make_certificate
from server_process import CATALOGUE, Failed, Server, need, placed_order


def api(server, method, path, body=None, status=200, token=True):
    got, _, text = server.ask(method, path, None if body is None else json.dumps(body), token=token)
    need(got == status, f"{method} {path} with {body} is answered with {got}, not {status}: {text[:400]!r}")
    return json.loads(text) if text else {}


def make(server, name, url, **more):
    made = api(server, "POST", "/v1/webhooks", {"name": name, "url": url, **more}, status=201)
    need(made["secret"].startswith("whsec_"), "the secret is not shown")
    return made["secret"]


def row(server, name):
    return next(one for one in api(server, "GET", "/v1/webhooks")["items"] if one["name"] == name)


def wait_for(server, name, condition, what, seconds=30):
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        found = row(server, name)
        if condition(found):
            return found
        time.sleep(0.05)
    raise Failed(f"{name}: {what} did not come within {seconds} s: {row(server, name)}")


def place(server, *numbers):
    for number in numbers:
        server.command("orders.place_order", f"place-{number}", placed_order(number))


def accepted(kept):
    return [event_of(one)["subject"] for one in kept]


ACCEPTED = "orders.order_accepted"


def try_delivery(server, receiver):
    secret = make(server, "all", receiver.url("/all"))
    few = make(server, "few", receiver.url("/few"), types=[ACCEPTED, "shipping.*"])
    trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"
    server.ask("POST", "/v1/commands/orders.place_order", json.dumps(placed_order("D-0")),
               {"Idempotency-Key": "place-D-0", "traceparent": trace})
    place(server, *(f"D-{i}" for i in range(1, 20)))
    kept = receiver.wait("/few", 20)
    need(event_of(kept[0]).get("traceparent") == trace, f"the trace of the request is lost: {event_of(kept[0])}")
    need(accepted(kept) == [f"D-{i}" for i in range(20)], f"not in order: {accepted(kept)}")
    for one in kept:
        event = event_of(one)
        need(event["type"] == ACCEPTED, f"{event['type']} was not asked for")
        need(set(event) >= {"type", "timestamp", "data", "id", "subject"}, f"members: {sorted(event)}")
        need(check(one, few) and not check(one, secret), "a signature is not that of the webhook's secret")
    wait_for(server, "all", lambda found: not found.get("behind"), "the end")
    places = [tuple(map(int, event_of(one)["id"].split("."))) for one in receiver.of("/all")]
    need(places == sorted(set(places)), "events came twice, or not in the order of the journal")
    need(len(places) > 20, "only one event an order came")
    secrets = json.dumps(api(server, "GET", "/v1/webhooks"))
    need(secret not in secrets and "whsec_" not in secrets, "the list shows secrets")
    need(api(server, "POST", "/v1/webhooks/all/test")["delivered"], "the test was not delivered")
    test = receiver.of("/all")[-1]
    need(event_of(test)["type"] == "truefill.test" and check(test, secret), "that was no signed test")
    mode = stat.S_IMODE(os.stat(f"{server.journal}.webhooks.db").st_mode)
    need(mode == 0o600, f"the file with the secrets has mode {mode:o}")


def try_retry(server, receiver):
    receiver.answer("/sick", 500)
    receiver.slow["/slow"] = 8
    make(server, "sick", receiver.url("/sick"), types=[ACCEPTED])
    make(server, "slow", receiver.url("/slow"), types=[ACCEPTED])
    make(server, "well", receiver.url("/well"), types=[ACCEPTED])
    began = time.monotonic()
    place(server, "R-1", "R-2")
    receiver.wait("/well", 2, seconds=7)
    need(time.monotonic() - began < 7.5, "a slow receiver held up another, or a command")
    receiver.wait("/sick", 1)
    found = wait_for(server, "sick", lambda one: one["status"] == "failing", "a failure")
    need(found["last_status"] == 500 and found["attempts"] == 1 and found["next_attempt_at"], f"{found}")
    receiver.answer("/sick", 204)
    first, second, third = receiver.wait("/sick", 3, seconds=20)[:3]
    need(first["headers"]["webhook-id"] == second["headers"]["webhook-id"], "the retry has another id")
    wait = second["at"] - first["at"]
    need(4.9 <= wait < 9, f"the first retry came after {wait:.1f} s, not 5 to 6")
    need(accepted([first, second, third]) == ["R-1", "R-1", "R-2"], "what came behind did not wait")
    wait_for(server, "sick", lambda one: one["status"] == "active" and one["delivered"] == 2, "all of it")
    receiver.slow.clear()


def try_gone(server, receiver):
    receiver.answer("/gone", 410)
    make(server, "gone", receiver.url("/gone"), types=[ACCEPTED])
    place(server, "G-1", "G-2")
    found = wait_for(server, "gone", lambda one: one["status"] == "disabled", "its end")
    need(found["last_status"] == 410 and found["disabled_at"], f"{found}")
    time.sleep(0.3)
    need(len(receiver.of("/gone")) == 1, "it was sent more after 410")
    receiver.answer("/gone", 200)
    place(server, "G-3")
    api(server, "POST", f"/v1/webhooks/gone/replay?after={found['after']}")
    kept = receiver.wait("/gone", 3, status=200)
    need(accepted(kept) == ["G-1", "G-2", "G-3"], f"the replay brought {accepted(kept)}")


def try_replay(server, receiver):
    make(server, "again", receiver.url("/again"), types=[ACCEPTED])
    place(server, "A-1", "A-2")
    receiver.wait("/again", 2)
    start = row(server, "again")["after"]
    server.stop()
    receiver.forget()
    server.start()
    place(server, "A-3")
    kept = receiver.wait("/again", 1)
    need(accepted(kept) == ["A-3"], f"a clean restart brought {accepted(kept)}")
    api(server, "POST", "/v1/webhooks/again/replay?after=0")
    wait_for(server, "again", lambda one: not one.get("behind") and one["after"] > start, "the end")
    numbers = accepted(receiver.of("/again"))[1:]
    need(numbers[-3:] == ["A-1", "A-2", "A-3"], f"a replay of everything ended with {numbers[-3:]}")
    need(len(numbers) == len(set(numbers)), "a replay brought something twice")
    api(server, "POST", "/v1/webhooks/again/replay?after=999999999", status=400)
    # What was not yet delivered when the server is killed comes afterwards.
    receiver.answer("/again", 503)
    place(server, "A-4")
    receiver.wait("/again", 1, status=503)
    server.kill()
    receiver.answer("/again", 200)
    receiver.forget()
    server.start()
    need(accepted(receiver.wait("/again", 1, seconds=20)) == ["A-4"], "an event was lost with the process")


def try_rotate(server, receiver):
    old = make(server, "turn", receiver.url("/turn"), types=[ACCEPTED])
    new = api(server, "POST", "/v1/webhooks/turn/rotate", {"overlap_hours": 1})["secret"]
    need(new != old, "the secret is the same")
    place(server, "T-1")
    kept = receiver.wait("/turn", 1)[0]
    need(check(kept, old) and check(kept, new), "both secrets sign while one replaces the other")
    last = api(server, "POST", "/v1/webhooks/turn/rotate", {"overlap_hours": 0})["secret"]
    place(server, "T-2")
    kept = receiver.wait("/turn", 2)[1]
    need(check(kept, last) and not check(kept, new) and not check(kept, old), "an old secret still signs")


def try_requests(server, receiver):
    make(server, "here", receiver.url("/here"))
    url = receiver.url("/x")
    for body, status in (({"name": "here", "url": url}, 409), ({"url": url}, 400), ({"name": "x"}, 400),
                         ({"name": "a b", "url": url}, 400), ({"name": "../x", "url": url}, 400),
                         ({"name": "x" * 65, "url": url}, 400), ({"name": "x", "url": url, "types": ["*x"]}, 400),
                         ({"name": "x", "url": url, "types": ["Orders"]}, 400),
                         ({"name": "x", "url": url, "types": ["foo.bar"]}, 400),
                         ({"name": "x", "url": url, "types": [ACCEPTED, "foo.*"]}, 400),
                         ({"name": "x", "url": url, "after": 10 ** 9}, 400),
                         ({"name": "x", "url": url, "secret": "mine"}, 400)):
        api(server, "POST", "/v1/webhooks", body, status=status)
    api(server, "GET", "/v1/webhooks", status=401, token=False)
    api(server, "POST", "/v1/webhooks", {"name": "x", "url": url}, status=401, token=False)
    for path in ("replay?after=0", "test", "rotate"):
        api(server, "POST", f"/v1/webhooks/nobody/{path}", status=404)
    for after in ("", "?after=", "?after=-1", "?after=x"):
        api(server, "POST", f"/v1/webhooks/here/replay{after}", status=400)
    api(server, "POST", "/v1/webhooks/here/rotate", {"overlap_hours": 100_000}, status=400)
    api(server, "DELETE", "/v1/webhooks/here", status=204)
    api(server, "DELETE", "/v1/webhooks/here", status=404)
    place(server, "Q-1")
    time.sleep(0.5)
    need(not receiver.of("/here"), "a removed webhook was sent something")


def try_roles(server, receiver):
    """Administrators and integrators without a scope, and nobody else."""
    def key(name, roles, scope=None):
        body = {"principal": name, "source": name, "roles": roles, "scope": scope or {}, "expires_in_days": 1}
        status, _, text = server.ask("POST", "/v1/keys", json.dumps(body), {"Idempotency-Key": f"key-{name}"})
        need(status in (200, 201), f"a key for {name} is answered with {status}: {text[:300]!r}")
        return {"Authorization": "Bearer " + json.loads(text)["key"]}

    asks = (("GET", "/v1/webhooks", None), ("POST", "/v1/webhooks/kept/replay?after=0", None),
            ("POST", "/v1/webhooks/kept/rotate", None), ("POST", "/v1/webhooks/kept/test", None))
    make(server, "kept", receiver.url("/kept"), types=[ACCEPTED])
    for name, roles, scope, status in (("middleware", ["integrator"], None, 200),
                                       ("narrow", ["integrator"], {"sites": ["LEEDS"]}, 403),
                                       ("clerk", ["customer_service", "finance", "operations_lead"], None, 403),
                                       ("reader", ["auditor"], None, 403)):
        headers = key(name, roles, scope)
        for method, path, body in asks:
            got, _, text = server.ask(method, path, body, headers, token=False)
            need(got == status, f"{name}: {method} {path} is answered with {got}: {text[:300]!r}")
        wanted = json.dumps({"name": f"by-{name}", "url": receiver.url("/by")})
        got, _, _ = server.ask("POST", "/v1/webhooks", wanted, headers, token=False)
        need(got == (201 if status == 200 else 403), f"{name}: making one is answered with {got}")
        got, _, _ = server.ask("DELETE", f"/v1/webhooks/by-{name}", None, headers, token=False)
        need(got == (204 if status == 200 else 403), f"{name}: removing one is answered with {got}")


def journaled(server):
    """Who did what with which webhook, as the journal has it."""
    database = sqlite3.connect(f"file:{server.journal}?mode=ro", uri=True)
    notes = []
    for (text,) in database.execute("select body from record where body like '%access.webhook_noted%'"):
        for step in json.loads(text)["steps"]:
            notes += [event["body"] for event in step["events"] if event["event"] == "access.webhook_noted"]
    database.close()
    return notes


def try_rights(server, receiver):
    """A webhook sends what whoever answers for it may see, as long as he may; the journal says who did what."""
    def say(method, path, body=None, by=None):
        headers = {"Idempotency-Key": f"{method}{path}{time.monotonic()}", **(by or {})}
        got, _, text = server.ask(method, path, None if body is None else json.dumps(body), headers, token=by is None)
        need(got in (200, 201), f"{method} {path} {body} is answered with {got}: {text[:300]!r}")
        return json.loads(text)

    def key(name):
        made = say("POST", "/v1/keys", {"principal": name, "source": name, "roles": ["integrator"], "scope": {},
                                        "expires_in_days": 30})
        return made["prefix"], {"Authorization": "Bearer " + made["key"]}

    def event(name, body):
        server.command(name, f"{name}-{time.monotonic()}", body)

    server.command("masterdata.load_catalogue", "two-customers", {"catalogue": {"customers": [
        {"code": "BETA", "name": "Another shop", "country": "GB", "address": "2 High Street", "currency": "GBP"}]}})
    event("access.group_customers", {"group": "KEY", "customers": ["BETA"]})
    prefix, by = key("robot")
    say("POST", "/v1/webhooks", {"name": "robots", "url": receiver.url("/robots"), "types": [ACCEPTED]}, by)
    say("POST", f"/v1/keys/{prefix}/rotate", {"overlap_days": 0})
    place(server, "W-1")
    receiver.wait("/robots", 1)
    need(row(server, "robots")["owner"] == "robot", f"{row(server, 'robots')}")
    # A key of a person: what he is given and loses counts at the next event.
    say("POST", "/v1/users", {"user": "ivan", "display_name": "Ivan", "roles": ["integrator"]})
    _, by = key("ivan")
    say("POST", "/v1/webhooks", {"name": "ivans", "url": receiver.url("/ivans"), "types": [ACCEPTED]}, by)
    place(server, "W-2")
    receiver.wait("/ivans", 1)
    event("access.change_user", {"user": "ivan", "roles": ["integrator"], "scope": {"customer_groups": ["KEY"]}})
    place(server, "W-3")
    server.command("orders.place_order", "place-W-4", {**placed_order("W-4"), "customer": "BETA"})
    receiver.wait("/ivans", 2)
    need(accepted(receiver.of("/ivans")) == ["W-2", "W-4"], f"out of scope: {accepted(receiver.of('/ivans'))}")
    event("access.deactivate_user", {"user": "ivan", "reason": "left"})
    server.command("orders.place_order", "place-W-5", {**placed_order("W-5"), "customer": "BETA"})
    receiver.wait("/robots", 5)
    found = wait_for(server, "ivans", lambda one: one["status"] == "stopped", "its stop")
    need("not active" in found["stopped_because"], f"{found}")
    time.sleep(1.5)
    need(len(receiver.of("/ivans")) == 2, "a webhook outlives the rights of who made it")
    server.stop()  # and it stays so
    server.start()
    need(row(server, "ivans")["status"] == "stopped", "a restart gives the rights back")
    say("POST", f"/v1/webhooks/ivans/replay?after={found['after']}")
    receiver.wait("/ivans", 3)
    need(accepted(receiver.of("/ivans"))[2:] == ["W-5"], "whoever takes it over gets what was missed")
    need(row(server, "ivans")["owner"] == "operator", f"{row(server, 'ivans')}")
    api(server, "POST", "/v1/webhooks/ivans/rotate", {"overlap_hours": 0})
    api(server, "DELETE", "/v1/webhooks/ivans", status=204)
    api(server, "DELETE", "/v1/webhooks/robots", status=204)
    notes = [(one["webhook"], one.get("act", "make"), one["by"]) for one in journaled(server)][-6:]
    need(notes == [("robots", "make", "robot"), ("ivans", "make", "ivan"), ("ivans", "replay", "operator"),
                   ("ivans", "rotate", "operator"), ("ivans", "remove", "operator"),
                   ("robots", "remove", "operator")], f"the journal has {notes}")
    host = f"127.0.0.1:{receiver.port}"
    need(any(one.get("host") == host for one in journaled(server)), "the journal does not say where to")
    need(not any("/robots" in json.dumps(one) for one in journaled(server)), "the journal has the whole address")


def try_forbidden(server, receiver):
    """127.0.0.0/8 is allowed in this test, and http only there: everything else must not be reached."""
    for url in ("http://10.0.0.1/", "http://169.254.169.254/latest/meta-data/", "https://169.254.169.254/",
                "https://10.1.2.3/", "https://192.168.1.1/", "https://172.16.0.1/", "https://100.64.0.1/",
                "https://[::1]/", "http://[::1]/", "https://[::ffff:10.0.0.1]/", "https://[fd00::1]/",
                "https://[fe80::1]/", "https://0.0.0.0/", "https://167772161/", "https://0x0a000001/",
                "http://1.1.1.1/", "ftp://127.0.0.1/", "file:///etc/passwd", "https://user:word@127.0.0.1/",
                "https://127.0.0.1/#x", "http://127.0.0.1\\@10.0.0.1/", "not an address", ""):
        answer = api(server, "POST", "/v1/webhooks", {"name": "bad", "url": url}, status=422)
        need(answer["code"] == "webhook_address_refused", f"{url}: {answer}")
    # A name is judged when it is resolved; [::1] is not in what is allowed.
    make(server, "name", "https://ip6-localhost:1/")
    answer = api(server, "POST", "/v1/webhooks/name/test")
    need(not answer["delivered"] and not answer.get("status"), f"{answer}")
    receiver.answer("/turned", 302, {"Location": receiver.url("/secret")})
    make(server, "turned", receiver.url("/turned"))
    answer = api(server, "POST", "/v1/webhooks/turned/test")
    need(not answer["delivered"] and answer["status"] == 302, f"{answer}")
    need(not receiver.of("/secret"), "a redirect was followed")


def try_tls(server, receiver, folder):
    """Only whom the settings or the system trust, and only under the name in the certificate."""
    known = Receiver((folder / "known.pem", folder / "known.key"))
    stranger = Receiver(make_certificate(folder, "stranger"))
    try:
        secret = make(server, "known", known.url("/"), types=[ACCEPTED])
        place(server, "S-1")
        need(check(known.wait("/", 1)[0], secret), "what came by TLS is not signed")
        for name, url in (("misnamed", f"https://localhost:{known.port}/"), ("stranger", stranger.url("/"))):
            make(server, name, url)
            answer = api(server, "POST", f"/v1/webhooks/{name}/test")
            need(not answer["delivered"] and not answer.get("status"), f"{name}: {answer}")
        need(len(known.of("/")) == 1 and not stranger.got, "something came by a connection that is not trusted")
    finally:
        known.end()
        stranger.end()


def try_strict(folder, receiver):
    """Without anything allowed, no spelling of this machine is reached."""
    server = Server(folder)
    server.start()
    try:
        port = receiver.port
        for host in ("127.0.0.1", "[::1]", "2130706433", "0x7f000001", "127.1", "0", "[::ffff:127.0.0.1]"):
            for scheme in ("http", "https"):
                api(server, "POST", "/v1/webhooks", {"name": "bad", "url": f"{scheme}://{host}:{port}/"}, status=422)
        for name, scheme in (("local", "https"), ("clear", "http")):
            make(server, name, f"{scheme}://localhost:{port}/strict")
            answer = api(server, "POST", f"/v1/webhooks/{name}/test")
            need(not answer["delivered"] and "not reached" in answer["error"], f"{name}: {answer}")
        need(not receiver.got, f"something came: {list(receiver.got)}")
        server.stop()
    finally:
        server.end()


PARTS = [try_delivery, try_retry, try_gone, try_replay, try_rotate, try_requests, try_roles, try_rights,
         try_forbidden, try_tls]


def main():
    wanted = [name for name in os.environ.get("ONLY", "").split(",") if name]
    folder = pathlib.Path(tempfile.mkdtemp(prefix="truefill-webhooks-"))
    receiver = Receiver()
    settings = {"TRUEFILL_WEBHOOKS_ALLOW": "127.0.0.0/8"}
    has_openssl = shutil.which("openssl") is not None
    if has_openssl:
        settings["TRUEFILL_OUTBOUND_AUTHORITIES"] = str(make_certificate(folder, "known")[0])
    server = Server(folder, settings)
    try:
        if not wanted or "strict" in wanted:
            (folder / "strict").mkdir()
            try_strict(folder / "strict", receiver)
            print("strict: as it should be", flush=True)
        server.start()
        server.command("masterdata.load_catalogue", "catalogue", {"catalogue": CATALOGUE})
        for part in PARTS:
            name = part.__name__.removeprefix("try_")
            if wanted and name not in wanted:
                continue
            if part is not try_tls:
                part(server, receiver)
            elif has_openssl:
                part(server, receiver, folder)
            receiver.forget()
            for one in api(server, "GET", "/v1/webhooks")["items"]:
                api(server, "DELETE", f"/v1/webhooks/{one['name']}", status=204)
            print(f"{name}: as it should be", flush=True)
        need("whsec_" not in server.log_text(), "a secret is in the log")
        server.stop()
        server.verify()
    except Failed as failure:
        print(f"webhooks: {failure}\n{server.log_text()[-2000:]}", file=sys.stderr)
        return 1
    finally:
        server.end()
        receiver.end()
        shutil.rmtree(folder, ignore_errors=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
