"""Those who receive what the server sends: an HTTP receiver that checks signatures by itself, and a mail server."""
import base64
import hashlib
import hmac
import http.server
import json
import socketserver
import ssl
import subprocess
import threading
import time

from server_process import HOST, need


def signature(secret, message_id, timestamp, body):
    """Standard Webhooks, written down a second time."""
    key = base64.b64decode(secret.removeprefix("whsec_"), validate=True)
    text = message_id.encode() + b"." + timestamp.encode() + b"." + body
    return "v1," + base64.b64encode(hmac.new(key, text, hashlib.sha256).digest()).decode()


def make_certificate(folder, name):
    """A certificate for 127.0.0.1 that vouches for itself: (its file, the file of its key)."""
    files = folder / f"{name}.pem", folder / f"{name}.key"
    subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", f"/CN={name}",
                    "-addext", f"subjectAltName=IP:{HOST}", "-keyout", files[1], "-out", files[0]],
                   check=True, capture_output=True)
    return files


def tls_of(certificate):
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(*certificate)
    return tls


class Receiver:
    """Answers POST with `answers[path]` (200 without one) and keeps what came, by path."""

    def __init__(self, certificate=None):
        self.scheme = "https" if certificate else "http"
        self.lock = threading.Lock()
        self.got = {}
        self.answers = {}
        self.slow = {}
        receiver = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self):
                body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                time.sleep(receiver.slow.get(self.path, 0))
                with receiver.lock:
                    status, headers = receiver.answers.get(self.path, (200, {}))
                    kept = {"headers": dict(self.headers.items()), "body": body, "status": status,
                            "at": time.time()}
                    receiver.got.setdefault(self.path, []).append(kept)
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", "0")
                self.end_headers()

            do_GET = do_POST

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer((HOST, 0), Handler)
        self.server.daemon_threads = True
        if certificate:
            self.server.socket = tls_of(certificate).wrap_socket(self.server.socket, server_side=True)
        self.port = self.server.server_address[1]
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def url(self, path):
        return f"{self.scheme}://{HOST}:{self.port}{path}"

    def of(self, path, status=None):
        with self.lock:
            return [one for one in self.got.get(path, []) if status in (None, one["status"])]

    def forget(self):
        with self.lock:
            self.got.clear()

    def answer(self, path, status, headers=None):
        with self.lock:
            self.answers[path] = (status, headers or {})

    def wait(self, path, count, status=None, seconds=30):
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            if len(self.of(path, status)) >= count:
                return self.of(path, status)
            time.sleep(0.02)
        need(False, f"{path} got {len(self.of(path, status))} requests of {count} within {seconds} s")
        return []

    def end(self):
        self.server.shutdown()
        self.server.server_close()


def check(kept, secret, now=None):
    """The signature of one delivery, among those that it carries."""
    headers = {name.lower(): value for name, value in kept["headers"].items()}
    stamp = headers["webhook-timestamp"]
    need(abs(int(stamp) - (now or time.time())) < 300, f"the timestamp {stamp} is not of now")
    need("." not in headers["webhook-id"], "the id has a dot in it")
    wanted = signature(secret, headers["webhook-id"], stamp, kept["body"])
    return wanted in headers["webhook-signature"].split(" ")


def event_of(kept):
    return json.loads(kept["body"])


class MailServer:
    """Takes mails and keeps them; with a certificate only behind STARTTLS, and after a log-in. `hang_up`: takes a
    mail and hangs up without a reply."""

    def __init__(self, certificate=None):
        self.log_ins = []
        self.mails = []
        self.hang_up = False
        self.refuse = b""
        sink = self

        class Handler(socketserver.StreamRequestHandler):
            def handle(self):
                self.wfile.write(b"220 sink\r\n")
                self.secure = False
                while self.talk():
                    self.connection = tls_of(certificate).wrap_socket(self.connection, server_side=True)
                    self.rfile, self.wfile = self.connection.makefile("rb"), self.connection.makefile("wb", 0)
                    self.secure = True

            def talk(self):
                """True: the rest is in TLS."""
                mail = {"to": []}
                for line in self.rfile:
                    word = line.split(b":")[0].split()[0].upper() if line.strip() else b""
                    if word == b"EHLO":
                        more = b"" if not certificate else b"AUTH PLAIN" if self.secure else b"STARTTLS"
                        self.wfile.write(b"250-sink\r\n" + (b"250-" + more + b"\r\n" if more else b"") +
                                         b"250 8BITMIME\r\n")
                    elif word == b"STARTTLS" and certificate:
                        self.wfile.write(b"220 go on\r\n")
                        return True
                    elif certificate and not self.secure and word != b"QUIT":
                        self.wfile.write(b"530 TLS first\r\n")
                    elif word == b"AUTH":
                        self.wfile.write(b"334 \r\n")
                        sink.log_ins.append(self.rfile.readline().strip())
                        self.wfile.write(b"235 welcome\r\n")
                    elif word == b"MAIL":
                        mail = {"from": line.decode().strip(), "to": []}
                        self.wfile.write(b"250 ok\r\n")
                    elif word == b"RCPT":
                        if sink.refuse and sink.refuse in line:
                            self.wfile.write(b"550 no such person\r\n")
                            continue
                        mail["to"].append(line.decode().split("<")[1].split(">")[0])
                        self.wfile.write(b"250 ok\r\n")
                    elif word == b"DATA":
                        self.wfile.write(b"354 go on\r\n")
                        text = b""
                        for part in self.rfile:
                            if part == b".\r\n":
                                break
                            text += part
                        mail["text"] = text
                        sink.mails.append(dict(mail))
                        if sink.hang_up:
                            return False
                        self.wfile.write(b"250 kept\r\n")
                    elif word == b"QUIT":
                        self.wfile.write(b"221 bye\r\n")
                        return False
                    else:
                        self.wfile.write(b"250 ok\r\n")
                return False

        class Threads(socketserver.ThreadingTCPServer):
            daemon_threads = True
            allow_reuse_address = True

            def handle_error(self, *_):
                """Whoever hangs up, or does not trust us, is what the tests are about."""

        self.server = Threads((HOST, 0), Handler)
        self.port = self.server.server_address[1]
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def wait(self, count, seconds=30):
        until = time.monotonic() + seconds
        while time.monotonic() < until and len(self.mails) < count:
            time.sleep(0.02)
        need(len(self.mails) >= count, f"{len(self.mails)} mails of {count} came within {seconds} s")
        return self.mails

    def end(self):
        self.server.shutdown()
        self.server.server_close()
