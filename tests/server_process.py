"""A server of this build as a process, and requests to it: what kill.py and abuse.py stand on."""
import http.client
import json
import os
import pathlib
import random
import re
import signal
import socket
import subprocess
import threading
import time

START_SECONDS = 60
HOST = "127.0.0.1"


class Failed(Exception):
    """What the test found; the sentence says which."""


def need(condition, sentence):
    if not condition:
        raise Failed(sentence)


def free_port():
    """Below the ports that connections get by themselves: nobody takes it between a kill and a start."""
    for _ in range(200):
        port = random.SystemRandom().randrange(15_000, 30_000)
        with socket.socket() as probe:
            try:
                probe.bind((HOST, port))
                return port
            except OSError:
                continue
    raise Failed("no port is free")


class Server:
    """`truefill serve` on a journal in `folder`. `wrapper` is a command that starts it in other surroundings."""

    def __init__(self, folder, environment=None, wrapper=()):
        self.program = os.environ["TRUEFILL_BIN"]
        self.folder = pathlib.Path(folder)
        self.journal = self.folder / "run.tf"
        self.log = self.folder / "server.log"
        self.environment = {**os.environ, "TRUEFILL_LOG_LEVEL": "warning", **(environment or {})}
        self.wrapper = list(wrapper)
        self.port = free_port()
        self.token = ""
        self.link = self.first_run = ""  # what stands before the secret, and the secret
        self.process = None

    def spawn(self):
        """Starts the process and does not wait until it listens; `await_listening` does."""
        command = self.wrapper + [self.program, "serve", "--journal", str(self.journal), "--port", str(self.port)]
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=log,
                                            env=self.environment)
        self.listening = threading.Event()
        threading.Thread(target=self._read, args=(self.process, self.listening), daemon=True).start()

    def _read(self, process, listening):
        for line in process.stdout:
            text = line.decode("utf-8", "replace")
            shown = re.search(r"shown this once: (\S+)", text)
            if shown:
                self.token = shown.group(1)
            link = re.search(r"(\S+/first-run#)(\S+)", text)
            if link:
                self.link, self.first_run = link.group(1), link.group(2)
            if text.startswith("Truefill listens on"):
                listening.set()
        process.stdout.close()

    def await_listening(self):
        until = time.monotonic() + START_SECONDS
        while not self.listening.wait(0.02):
            need(self.process.poll() is None, f"the server did not start (exit code {self.process.returncode})")
            need(time.monotonic() < until, f"the server did not listen within {START_SECONDS} s")

    def start(self):
        self.spawn()
        self.await_listening()
        until = time.monotonic() + 5
        while not self.token and time.monotonic() < until:
            time.sleep(0.01)  # it is told right after the address
        need(self.token, "the first start did not show the token")

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def stop(self):
        """A clean end: SIGTERM, exit code 0."""
        self.process.send_signal(signal.SIGTERM)
        try:
            code = self.process.wait(60)
        except subprocess.TimeoutExpired:
            raise Failed("the server did not end within 60 s of SIGTERM") from None
        need(code == 0, f"the server ended with exit code {code} after SIGTERM")

    def end(self):
        if self.process and self.process.poll() is None:
            self.kill()

    def connect(self, timeout=30):
        return http.client.HTTPConnection(HOST, self.port, timeout=timeout)

    def ask(self, method, path, body=None, headers=None, token=True, timeout=30):
        """One request on a connection of its own: (status, headers, body as bytes)."""
        connection = self.connect(timeout)
        try:
            connection.request(method, path, body, self.headers(headers, token))
            answer = connection.getresponse()
            return answer.status, answer.headers, answer.read()
        finally:
            connection.close()

    def headers(self, more=None, token=True):
        return {**({"Authorization": f"Bearer {self.token}"} if token else {}), **(more or {})}

    def command(self, name, key, body):
        status, _, text = self.ask("POST", f"/v1/commands/{name}", json.dumps(body), {"Idempotency-Key": key})
        need(status == 200, f"{name} as {key} is answered with {status}: {text[:400]!r}")
        return json.loads(text)

    def verify(self):
        """`truefill verify` on the journal of a server that has ended."""
        done = subprocess.run(self.wrapper + [self.program, "verify", str(self.journal)], capture_output=True,
                              text=True, check=False)
        need(done.returncode == 0, f"verify: exit code {done.returncode}: {done.stdout}{done.stderr}")

    def log_text(self):
        return self.log.read_text("utf-8", "replace") if self.log.exists() else ""


CATALOGUE = {
    "items": [{"code": "85123A", "description": "White hanging heart"}, {"code": "22423", "description": "Cakestand"}],
    "sites": [{"code": "LEEDS", "name": "Leeds"}],
    "carriers": [{"code": "FAST", "name": "Fast Parcels"}],
    "customers": [{"code": "17850", "name": "A shop", "country": "GB", "address": "1 High Street", "currency": "GBP"}],
}


def placed_order(number, quantity=6):
    return {"order": number, "customer": "17850", "currency": "GBP",
            "lines": [{"line": 1, "item": "85123A", "quantity": quantity, "unit_price": "2.55"}]}
