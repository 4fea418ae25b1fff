"""Backup and restore as an operator does them: with the program's own commands, beside a server under load.

Four clients place orders all the time. Meanwhile a backup is taken by `truefill backup` and one by POST /v1/backups.
Both are restored and served: every order that was answered before a backup began is in it, and `verify` finds
nothing. Then the formats: a journal of the first version of the program is read, one of a newer is refused.
"""
import gzip
import hashlib
import json
import os
import pathlib
import sqlite3
import subprocess
import tempfile
import threading
import time

import server_process
from server_process import CATALOGUE, Failed, Server, need, placed_order

CLIENTS = 4
GOLDEN = pathlib.Path(__file__).resolve().parent / "golden" / "faulty-world-4.jsonl.gz"


class Client(threading.Thread):
    """Places order after order; `answered` are those that the server has answered."""

    def __init__(self, server, number, ending):
        super().__init__(daemon=True)
        self.server, self.number, self.ending = server, number, ending
        self.answered, self.failure = [], None

    def run(self):
        connection = self.server.connect()
        turn = 0
        try:
            while not self.ending.is_set():
                turn += 1
                order = f"C{self.number}-{turn}"
                connection.request("POST", "/v1/commands/orders.place_order", json.dumps(placed_order(order)),
                                   self.server.headers({"Idempotency-Key": order}))
                answer = connection.getresponse()
                text = answer.read()
                need(answer.status == 200, f"{order} is answered with {answer.status}: {text[:300]!r}")
                self.answered.append((order, json.loads(text)["position"]))
        except Exception as why:  # told by the main thread
            self.failure = why


def run(server, *arguments, code=0):
    done = subprocess.run([server.program, *map(str, arguments)], capture_output=True, text=True, check=False)
    need(done.returncode == code, f"{arguments}: exit code {done.returncode}, not {code}: {done.stdout}{done.stderr}")
    return done.stdout + done.stderr


def answered(clients):
    return [one for client in clients for one in list(client.answered)]


def check(folder, backup, position, before):
    """Restores a backup in a folder of its own and looks whether it holds what was answered before."""
    folder.mkdir()
    server = Server(folder)
    try:
        told = run(server, "restore", backup, "--to", server.journal)
        need("truefill serve" in told, f"restore does not say how to go on: {told}")
        run(server, "verify", server.journal)
        server.start()
        status, _, text = server.ask("GET", "/readyz")
        need(status == 200 and json.loads(text)["position"] >= position, f"the restored server says {text!r}")
        for order, at in before:
            need(at <= position, f"{order} was answered at {at}, and the backup ends at {position}")
        for order, _ in before[:: max(1, len(before) // 200)]:
            status, _, text = server.ask("GET", f"/v1/orders/{order}")
            need(status == 200, f"{order} was answered before the backup and is {status} after it: {text[:200]!r}")
        # A retry of what was answered before gets the same answer; the next order goes on after it.
        order, at = before[-1]
        again = server.command("orders.place_order", order, placed_order(order))
        need(again == {"outcome": "duplicate", "position": at}, f"a retry of {order} is answered with {again}")
        server.command("orders.place_order", "after", placed_order("AFTER"))
        server.stop()
        server.verify()
    finally:
        server.end()


def under_load(folder):
    server = Server(folder / "live")
    (folder / "live").mkdir()
    server.start()
    ending = threading.Event()
    clients = [Client(server, number, ending) for number in range(CLIENTS)]
    try:
        server.command("masterdata.load_catalogue", "catalogue", {"catalogue": CATALOGUE})
        for client in clients:
            client.start()
        time.sleep(1)
        first = answered(clients)
        taken = json.loads(run(server, "backup", server.journal, "--to", folder / "first.tf", "--json"))
        second = answered(clients)
        need(len(second) > len(first) > 20, f"the clients placed {len(first)} and {len(second)} orders")
        status, _, text = server.ask("POST", "/v1/backups", timeout=120)
        need(status == 200, f"POST /v1/backups is answered with {status}: {text!r}")
        asked = json.loads(text)
        need(server.ask("POST", "/v1/backups", token=False)[0] == 401, "anybody may ask for a backup")
        ending.set()
        for client in clients:
            client.join(60)
            need(client.failure is None, f"a client was disturbed: {client.failure}")
        need("is there already" in run(server, "backup", server.journal, "--to", folder / "first.tf", code=4),
             "a backup is written over without being asked")
        need("in use" in run(server, "restore", folder / "first.tf", "--to", server.journal, "--force", code=4),
             "a journal is restored under a running server")
        server.stop()
        server.verify()
    finally:
        server.end()
    check(folder / "from-command", folder / "first.tf", taken["position"], first)
    check(folder / "from-request", asked["file"], asked["position"], second)
    told = run(server, "restore", folder / "first.tf", "--to", server.journal, "--force")
    need(".replaced-" in told, f"restore --force does not say where the old journal is: {told}")
    server.verify()
    return len(first), len(second)


def old_journal(path):
    """As the first version of the program wrote it: its records, in the file format 1."""
    database = sqlite3.connect(path)
    database.executescript(
        "pragma page_size=32768; pragma journal_mode=wal;"
        "create table record(position integer primary key, hash blob not null, body text not null);"
        "create table side(table_name text not null, key blob not null, value blob not null,"
        " primary key(table_name, key)) without rowid;"
        "create table meta(name text primary key, value text not null) without rowid;"
        "insert into meta values('what', 'Truefill journal'), ('format', '1');"
        "pragma application_id=1416776300; pragma user_version=1")
    head = bytes(32)
    with gzip.open(GOLDEN, "rb") as lines:
        for position, line in enumerate(lines, 1):
            body = line.rstrip(b"\n")
            head = hashlib.sha256(head + body).digest()
            database.execute("insert into record values(?, ?, ?)", (position, head, body.decode("utf-8")))
    database.commit()
    database.close()
    return position


def formats(folder):
    server = Server(folder)
    records = old_journal(server.journal)
    told = run(server, "verify", server.journal)
    need(str(records)[-3:] in told, f"verify of an old journal says {told}")
    run(server, "backup", server.journal, "--to", folder / "old-copy.tf")
    try:
        server.start()
        need(json.loads(server.ask("GET", "/readyz")[2])["position"] >= records, "an old journal is not served")
        server.stop()
    finally:
        server.end()
    newer = folder / "newer.tf"
    newer.write_bytes((folder / "old-copy.tf").read_bytes())
    database = sqlite3.connect(newer)
    database.execute("pragma user_version=2")
    database.commit()
    database.close()
    for arguments in (("verify", newer), ("serve", "--journal", newer, "--port", 0),
                      ("backup", newer, "--to", folder / "x.tf"), ("restore", newer, "--to", folder / "x.tf")):
        told = run(server, *arguments, code=4)
        need("was written by a newer Truefill (format 2; this program knows format 1)" in told,
             f"{arguments[0]} of a newer journal says {told}")
    need(not (folder / "x.tf").exists(), "a newer journal was copied")
    return records


def owners(folder):
    return {path.name: (path.stat().st_uid, path.stat().st_gid) for path in folder.iterdir()}


def as_root(folder, backup):
    """Root restores into the folder of the service: what lies there is the service's, and a link is not followed."""
    if os.geteuid() != 0:
        return "not tried as root"
    home = folder / "of-service"
    home.mkdir(mode=0o700)
    service = 60_001, 60_002
    os.chown(home, *service)
    server = Server(home)
    for force in ((), ("--force",)):
        run(server, "restore", backup, "--to", server.journal, *force)
        kept = {name: owner for name, owner in owners(home).items() if ".replaced-" not in name}
        need(kept and set(kept.values()) == {service}, f"after restore {force} the files are {kept}")
        need(not (home / "run.tf.restoring").exists(), "a restore that is through leaves its mark")
    mode = (home / "run.tf").stat().st_mode & 0o777
    need(mode == 0o600, f"the journal has mode {mode:o}")
    started = subprocess.run(["setpriv", f"--reuid={service[0]}", f"--regid={service[1]}", "--clear-groups",
                              server.program, "verify", str(server.journal)], capture_output=True, text=True,
                             check=False) if reaches(server.program, home, service) else None
    need(started is None or started.returncode == 0, f"the service cannot open it: {started and started.stderr}")
    outside = folder / "outside"
    outside.write_text("not the service's")
    (home / "linked.tf.part").symlink_to(outside)
    run(server, "restore", backup, "--to", home / "linked.tf")
    need(owners(folder)["outside"] == (0, 0) and outside.read_text() == "not the service's",
         "restore followed a link out of the folder")
    return "as root the files are the service's"


def reaches(program, home, service):
    """Whether the account comes to the program and the folder at all: a build may lie where only root looks."""
    said = subprocess.run(["setpriv", f"--reuid={service[0]}", f"--regid={service[1]}", "--clear-groups", "test", "-x",
                           program, "-a", "-x", str(home)], capture_output=True, check=False)
    return said.returncode == 0


def cut_off(folder, backup):
    """A restore that ended between its renames: no server makes an empty journal, and a second restore mends it."""
    home = folder / "cut-off"
    home.mkdir()
    server = Server(home)
    run(server, "restore", backup, "--to", server.journal)
    (home / "run.tf.restoring").touch()
    server.journal.rename(home / "run.tf.replaced-20260302T101500Z")
    told = run(server, "serve", "--journal", server.journal, "--port", 0, code=4)
    need("was not finished" in told and "truefill restore" in told, f"a server on half a restore says {told}")
    need(not server.journal.exists(), "a server made an empty journal where one was being restored")
    run(server, "restore", backup, "--to", server.journal)
    try:
        server.start()
        server.stop()
    finally:
        server.end()
    server.verify()


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        first, second = under_load(folder)
        cut_off(folder, folder / "first.tf")
        root = as_root(folder, folder / "first.tf")
        (folder / "formats").mkdir()
        records = formats(folder / "formats")
    print(f"{first} orders before the first backup and {second} before the second are in them; "
          f"{records} records of an old journal are read; a newer one is refused; {root}")


if __name__ == "__main__":
    try:
        main()
    except Failed as why:
        raise SystemExit(f"FAILED: {why}") from None
