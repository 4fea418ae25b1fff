"""Notices by mail and by HTTP: told once, in the words of the customer's own template, and seen on the order. A mail
whose outcome is not known is not sent again but becomes a case, after a kill too.
"""
import base64
import email
import email.policy
import json
import pathlib
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time

from receivers import MailServer, Receiver, check, event_of, make_certificate
from server_process import CATALOGUE, HOST, Failed, Server, need, placed_order

SECRET = "whsec_" + base64.b64encode(bytes(range(32))).decode()


def read(mail):
    message = email.message_from_bytes(mail["text"], policy=email.policy.default)
    body = message.get_body(("plain",)).get_content()
    page = message.get_body(("html",)) if message.is_multipart() else None
    return message, body, page.get_content() if page else ""


def notices_of(server, number):
    status, _, text = server.ask("GET", f"/v1/orders/{number}/notices")
    need(status == 200, f"the notices of {number} are answered with {status}: {text[:200]!r}")
    return json.loads(text)["items"]


def wait_for(what, condition, seconds=30):
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        found = condition()
        if found:
            return found
        time.sleep(0.05)
    raise Failed(f"{what} did not come within {seconds} s")


def cases_of(server, number, category):
    status, _, text = server.ask("GET", f"/v1/cases?order={number}&category={category}")
    need(status == 200, f"the cases are answered with {status}: {text[:200]!r}")
    return json.loads(text)["items"]


def ship(server, number):
    """Stock is there: the order is released by itself, and the site picks, packs and issues it."""
    def release():
        page = json.loads(server.ask("GET", f"/v1/orders/{number}")[2])
        return next(iter(page.get("releases", [])), None)
    found = wait_for(f"a release of {number}", release)
    on = {"release": found["id"]}
    units = {"line": 1, "quantity": 6}
    server.command("warehouse.acknowledge_release", f"{number}-ack", on)
    server.command("warehouse.confirm_pick", f"{number}-pick", {**on, **units})
    server.command("warehouse.pack", f"{number}-pack", {**on, "sscc": "340123450000000018", "lines": [units]})
    server.command("shipping.issue_goods", f"{number}-issue", {**on, "tracking": "TRACK-<1>"})


def write_folder(folder, receiver, more=""):
    folder.mkdir(exist_ok=True)
    (folder / "receivers.txt").write_text(
        "# who is told\n"
        f"17850 = anna@customer.example, bert@customer.example, {receiver.url('/notices')}\n" + more)
    (folder / "secret.txt").write_text(SECRET + "\n")
    (folder / "secret.txt").chmod(0o600)
    (folder / "shipped.17850.txt").write_text(
        "Subject: Ihre Bestellung {{order.number}} ist unterwegs, für {{customer.name}}\n\n"
        "Es kommt:\n{{shipment.lines}}\nSendung {{shipment.tracking}}\n")
    (folder / "shipped.17850.html").write_text("<p>Sendung <b>{{shipment.tracking}}</b></p>\n")
    (folder / "backordered.off").write_text("")


def environment(folder, mails):
    return {"TRUEFILL_NOTICES_FOLDER": str(folder), "TRUEFILL_NOTICES_FROM": "orders@our.example",
            "TRUEFILL_SMTP_HOST": HOST, "TRUEFILL_SMTP_PORT": str(mails.port), "TRUEFILL_SMTP_SECURITY": "none",
            "TRUEFILL_WEBHOOKS_ALLOW": "127.0.0.0/8"}


def try_told(server, mails, receiver):
    server.command("inventory.open_stock", "stock",
                   {"site": "LEEDS", "reference": "opening", "lines": [{"item": "85123A", "quantity": 100}]})
    server.command("orders.place_order", "place", placed_order("N-1"))
    got = mails.wait(2)
    need(sorted(one["to"][0] for one in got) == ["anna@customer.example", "bert@customer.example"], f"{got}")
    message, body, _ = read(got[0])
    need(message["subject"] == "We have your order N-1", f"the subject is {message['subject']}")
    need("6 x 85123A White hanging heart" in body, f"the lines are not in {body!r}")
    need(message["from"].addresses[0].addr_spec == "orders@our.example", "the sender is another")
    ship(server, "N-1")
    got = mails.wait(4)
    message, body, page = read(got[2])
    need(message["subject"] == "Ihre Bestellung N-1 ist unterwegs, für A shop", f"the subject is {message['subject']}")
    need("6 x 85123A" in body and "TRACK-<1>" in body, f"the text is {body!r}")
    need("<b>TRACK-&lt;1&gt;</b>" in page, f"the page is {page!r}")
    ids = [read(one)[0]["message-id"] for one in got]
    need(len(set(ids)) == len(ids), "two mails have one id")
    kept = receiver.wait("/notices", 2)
    need(all(check(one, SECRET) for one in kept), "a notice is not signed")
    need([event_of(one)["type"] for one in kept] == ["notice.order_accepted", "notice.shipped"], "other notices came")
    need(event_of(kept[1])["data"]["order"] == "N-1", "the order is missing")
    told = wait_for("the last notice", lambda: [one for one in notices_of(server, "N-1") if one["status"] == "told"]
                    if len(notices_of(server, "N-1")) == 6 else None)
    wait_for("all six told", lambda: all(one["status"] == "told" for one in notices_of(server, "N-1")))
    need(told[0]["event"] == "shipped" and told[-1]["event"] == "order_accepted", "they are not the latest first")
    need(all(one["created_at"] for one in told), "the time is missing")
    status, _, _ = server.ask("GET", "/v1/orders/NONE/notices", token=False)
    need(status == 401, "anybody may read notices")


def try_unknown(server, mails):
    mails.hang_up = True
    count = len(mails.mails)
    server.command("orders.place_order", "place-2", placed_order("N-2", 1))
    mails.wait(count + 2)
    wait_for("two unknown outcomes", lambda: [one for one in notices_of(server, "N-2")
                                              if one["status"] == "unknown"][1:])
    mails.hang_up = False
    found = wait_for("a case", lambda: cases_of(server, "N-2", "job_unknown_outcome"))
    need("order_accepted" in found[0]["sentence"], f"the case says {found[0]['sentence']}")
    time.sleep(1.5)
    need(len(mails.mails) == count + 2, "a mail of unknown outcome was sent again")


def try_kill(server, mails, receiver):
    """Killed while a mail is on its way: it is a case; what was by HTTP comes again under its id."""
    receiver.slow["/notices"] = 1
    count = len(mails.mails)
    for i in range(5):
        server.command("orders.place_order", f"place-k{i}", placed_order(f"K-{i}", 1))
    mails.wait(count + 2)
    server.kill()
    receiver.slow.clear()
    server.start()
    def settled():
        all_of = [one for i in range(5) for one in notices_of(server, f"K-{i}")]
        return all_of if len(all_of) == 15 and all(one["status"] in ("told", "unknown") for one in all_of) else None
    notices = wait_for("the rest of the notices", settled)
    seen = [(mail["to"][0], read(mail)[0]["message-id"]) for mail in mails.mails[count:]]
    need(len(seen) == len(set(seen)), "a mail was sent twice")
    unknown = sum(one["status"] == "unknown" for one in notices)
    need(unknown <= 1 and len(seen) >= 10 - unknown, f"{unknown} unknown, {len(seen)} mails came")
    if unknown:
        need(any(cases_of(server, f"K-{i}", "job_unknown_outcome") for i in range(5)), "it did not become a case")


def try_refused(server, mails):
    mails.refuse = b"bert"
    count = len(mails.mails)
    server.command("orders.place_order", "place-r", placed_order("R-1", 1))
    mails.wait(count + 1)
    found = wait_for("a case", lambda: cases_of(server, "R-1", "job_failed"))
    need("by mail was not told" in found[0]["sentence"], f"the case says {found[0]['sentence']}")
    need("bert@" not in found[0]["sentence"], f"the case has an address: {found[0]['sentence']}")
    mails.refuse = b""


def try_dead(server, mails, receiver, dead):
    """Receivers that take a connection and never answer hold up no mail and no other receiver."""
    count = len(mails.mails)
    receiver.forget()
    began = time.monotonic()
    server.command("orders.place_order", "place-d", placed_order("D-1", 1))
    wait_for("a notice to the dead receiver", lambda: dead.got)
    server.command("orders.place_order", "place-d2", placed_order("D-2", 1))
    mails.wait(count + 4, seconds=10)
    receiver.wait("/notices", 2, seconds=10)
    need(time.monotonic() - began < 12, "a dead receiver held up the others")


class Dead:
    """Takes a request and never answers."""

    def __init__(self):
        self.socket = socket.create_server((HOST, 0))
        self.port = self.socket.getsockname()[1]
        self.got = []
        threading.Thread(target=self.take, daemon=True).start()

    def take(self):
        try:
            while True:
                self.got.append(self.socket.accept()[0])
        except OSError:
            pass

    def end(self):
        self.socket.close()


def try_bad_folders(folder, mails, receiver):
    """What is wrong in the folder is said with file and line, and the server does not start."""
    cases = (("shipped.txt", "Subject: a\n\nb\n{{order.nmber}}\n", "shipped.txt line 4: there is no {{order.nmber}}"),
             ("shiped.txt", "Subject: a\n\nb\n", "there is no event shiped"),
             ("shipped.9.html", "<p>x</p>", "no .txt of the same name"),
             ("receivers.txt", "\n17850 = nobody\n", "receivers.txt line 2: nobody is no address"),
             ("receivers.txt", "17850 = https://10.0.0.1/x\n", "receivers.txt line 1: 10.0.0.1 is a private address"),
             ("secret.txt", "whsec_AAAA\n", "24 to 64 bytes"))
    for name, text, sentence in cases:
        bad = folder / "bad"
        shutil.rmtree(bad, ignore_errors=True)
        bad.mkdir()
        write_folder(bad / "n", receiver)
        (bad / "n" / name).write_text(text)
        server = Server(bad, environment(bad / "n", mails))
        server.spawn()
        try:
            code = server.process.wait(30)
        except subprocess.TimeoutExpired:
            code = 0
        server.end()
        need(code == 2 and sentence in server.log_text(), f"{name}: exit code {code}, {server.log_text()[-500:]}")


def try_tls(folder, receiver):
    """A mail server that wants TLS and a log-in; one that offers no TLS, or is not trusted, gets nothing."""
    certificate = make_certificate(folder, "mail")
    (folder / "password").write_text("hidden-word\n")
    (folder / "password").chmod(0o600)
    servers = (("secure", MailServer(certificate), True), ("stranger", MailServer(certificate), False),
               ("clear", MailServer(), True))
    for name, mails, trusted in servers:
        place = folder / name
        place.mkdir()
        write_folder(place / "n", receiver)
        settings = {**environment(place / "n", mails), "TRUEFILL_SMTP_SECURITY": "starttls", "TRUEFILL_SMTP_USER": "me",
                    "TRUEFILL_SMTP_PASSWORD_FILE": str(folder / "password")}
        if trusted:
            settings["TRUEFILL_OUTBOUND_AUTHORITIES"] = str(certificate[0])
        server = Server(place, settings)
        try:
            server.start()
            server.command("masterdata.load_catalogue", "catalogue", {"catalogue": CATALOGUE})
            server.command("orders.place_order", "place", placed_order("S-1"))
            if name == "secure":
                mails.wait(2)
                need(set(mails.log_ins) == {base64.b64encode(b"\0me\0hidden-word")}, f"log-ins: {mails.log_ins}")
            else:
                wait_for("a failure", lambda: [one for one in notices_of(server, "S-1") if one.get("last_error")])
                need(not mails.mails and not mails.log_ins, f"{name} got a mail or a password")
            server.stop()
            need("hidden-word" not in server.log_text(), "the password is in the log")
        finally:
            server.end()
            mails.end()


def with_dead(server, folder, mails, receiver, dead):
    """One more receiver, for this part only."""
    server.stop()
    write_folder(folder / "notices", receiver, f"17850 = http://{HOST}:{dead.port}/x\n")
    server.start()
    try_dead(server, mails, receiver, dead)
    server.stop()
    write_folder(folder / "notices", receiver)
    server.start()


def main():
    folder = pathlib.Path(tempfile.mkdtemp(prefix="truefill-notices-"))
    mails, receiver = MailServer(), Receiver()
    dead = Dead()
    write_folder(folder / "notices", receiver)
    server = Server(folder, environment(folder / "notices", mails))
    try:
        server.start()
        server.command("masterdata.load_catalogue", "catalogue", {"catalogue": CATALOGUE})
        for name, part in (("told", lambda: try_told(server, mails, receiver)),
                           ("unknown", lambda: try_unknown(server, mails)),
                           ("refused", lambda: try_refused(server, mails)),
                           ("kill", lambda: try_kill(server, mails, receiver)),
                           ("dead", lambda: with_dead(server, folder, mails, receiver, dead)),
                           ("tls", lambda: shutil.which("openssl") and try_tls(folder, receiver)),
                           ("bad folders", lambda: try_bad_folders(folder, mails, receiver))):
            part()
            print(f"notices, {name}: as it should be", flush=True)
        server.stop()
        server.verify()
        need("whsec_" not in server.log_text(), "a secret is in the log")
    except Failed as failure:
        print(f"notices: {failure}\n{server.log_text()[-2000:]}", file=sys.stderr)
        return 1
    finally:
        server.end()
        mails.end()
        receiver.end()
        dead.end()
        shutil.rmtree(folder, ignore_errors=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
