"""What a hostile or broken client does to the server, one kind after the other.

After each kind the server must answer /readyz within READY_SECONDS, and its resident memory must lie within
GROWTH_MB of what it was before all of them. At the end it must stop cleanly, with a journal that verifies and a
log without secrets. Memory is not judged under a sanitizer, which keeps freed memory.

IDLE (2000) in the environment is the number of idle connections. ONLY names the kinds to try, apart by commas.
"""
import http.client
import json
import os
import pathlib
import re
import resource
import shutil
import socket
import subprocess
import sys
import tempfile
import time

from server_process import CATALOGUE, HOST, Failed, Server, need, placed_order

READY_SECONDS = 2.0
GROWTH_MB = 48
LORIS_SECONDS = 20  # the server gives a head 10 s; the rest is for a busy machine
MALFORMED_UTF8 = (b"\xff\xfe", b"\xc0\xaf", b"\xed\xa0\x80", b"\xe2\x82", b"\xf4\x90\x80\x80", b"\x80")
OPEN_ROUTES = {("get", "/healthz"), ("get", "/readyz"), ("post", "/v1/session"), ("post", "/v1/first-run"),
               ("get", "/v1/session/methods"), ("get", "/v1/session/oidc"), ("get", "/v1/session/oidc/callback")}
PLACE = "/v1/commands/orders.place_order"


class Raw:
    """A connection that sends any bytes."""

    def __init__(self, server, timeout=20):
        self.socket = socket.create_connection((HOST, server.port), timeout=timeout)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.socket.close()

    def send(self, data):
        """False when the server has hung up."""
        try:
            self.socket.sendall(data)
            return True
        except (BrokenPipeError, ConnectionResetError):
            return False

    def answer(self):
        """(status, headers, body); status 0 when the connection ended without an answer."""
        response = http.client.HTTPResponse(self.socket)
        try:
            response.begin()
            return response.status, response.headers, response.read()
        except (ConnectionError, http.client.HTTPException):
            return 0, {}, b""


def raw(server, data):
    with Raw(server) as one:
        one.send(data)
        return one.answer()


def head(server, line, *more):
    lines = [line, b"Host: x", b"Authorization: Bearer " + server.token.encode(), *more]
    return b"\r\n".join(lines) + b"\r\n\r\n"


def problem(what, answer, *statuses):
    """The answer must be a problem as of RFC 9457 with one of these statuses, in whole UTF-8."""
    status, headers, body = answer
    need(status in statuses, f"{what} is answered with {status} instead of {statuses}: {body[:300]!r}")
    kind = headers.get("Content-Type", "")
    need(kind == "application/problem+json", f"{what}: {status} comes as {kind!r}: {body[:300]!r}")
    try:
        said = json.loads(body.decode("utf-8"))
    except ValueError as error:
        raise Failed(f"{what}: the problem cannot be read: {error}: {body[:300]!r}") from None
    need(said.get("status") == status and said.get("code"), f"{what}: the problem says {said}")
    return said


def kilobytes(server, name):
    text = pathlib.Path(f"/proc/{server.process.pid}/status").read_text("ascii")
    return int(re.search(rf"^{name}:\s+(\d+) kB", text, re.MULTILINE).group(1))


def under_sanitizer(server):
    return kilobytes(server, "VmSize") > 1 << 30  # a terabyte of address space: shadow memory


def ready(server, when):
    began = time.monotonic()
    status, _, body = server.ask("GET", "/readyz", token=False)
    took = time.monotonic() - began
    need(status == 200, f"{when}: /readyz is {status}: {body[:200]!r}")
    need(took <= READY_SECONDS, f"{when}: /readyz took {took:.2f} s")
    return took


# ---------------------------------------------------------------- slow, long, many

def slow_loris(server):
    """Heads that come byte by byte get an end, and hinder nobody."""
    slow = [Raw(server) for _ in range(300)]
    for one in slow:
        one.send(b"GET /v1/orders HTTP/1.1\r\nHost: x\r\nX-Slow: ")
    began, slowest = time.monotonic(), 0.0
    left = slow
    while left and time.monotonic() - began < LORIS_SECONDS:
        left = [one for one in left if one.send(b"a") and not hung_up(one)]
        slowest = max(slowest, ready(server, "with slow heads"))
        time.sleep(0.25)
    for one in slow:
        one.socket.close()
    need(not left, f"{len(left)} heads of 300 were still being taken after {LORIS_SECONDS} s")
    return f"300 heads ended after {time.monotonic() - began:.0f} s, /readyz at most {slowest * 1000:.0f} ms"


def hung_up(one):
    one.socket.setblocking(False)
    try:
        while data := one.socket.recv(4096):
            if data.startswith(b"HTTP/1.1 "):
                need(data.startswith(b"HTTP/1.1 408 "), f"a connection without a request is told {data[:40]!r}")
        return True
    except BlockingIOError:
        return False
    except ConnectionError:
        return True
    finally:
        one.socket.settimeout(20)


def long_bodies(server):
    """100 MB: refused before they are there, and never kept."""
    size = 100 << 20
    peak = kilobytes(server, "VmHWM")
    post = b"POST " + PLACE.encode() + b" HTTP/1.1"
    key = b"Idempotency-Key: long"
    told = head(server, post, key, b"Content-Length: %d" % size)
    problem("the head of a body of 100 MB", raw(server, told), 413)
    expects = head(server, post, key, b"Content-Length: %d" % size, b"Expect: 100-continue")
    problem("a body of 100 MB that asks first", raw(server, expects), 413)
    chunked = head(server, post, key, b"Transfer-Encoding: chunked")
    piece = b"a" * (1 << 20)
    for start, part in ((told, piece), (chunked, b"100000\r\n" + piece + b"\r\n")):
        with Raw(server) as one:
            one.send(start)
            sent = 0
            while sent < size and one.send(part):
                sent += len(piece)
            status, _, body = one.answer()
            need(status in (0, 413), f"{sent} bytes of body are answered with {status}: {body[:200]!r}")
    no_end = raw(server, chunked + b"1;" + b"x" * (1 << 20))
    need(no_end[0] in (0, 400, 413, 431), f"a chunk line without end is answered with {no_end[0]}")
    without_token = b"POST /v1/session HTTP/1.1\r\nHost: x\r\nContent-Length: %d\r\n\r\n" % size
    problem("100 MB before anybody is known", raw(server, without_token), 413)
    grown = (kilobytes(server, "VmHWM") - peak) >> 10
    need(under_sanitizer(server) or grown <= 64, f"bodies of 100 MB took {grown} MB at their peak")
    return f"413; at most {grown} MB more while they came"


def deep_json(server):
    ways = {"lists": b"[" * 10_000 + b"]" * 10_000, "objects": b'{"a":' * 10_000 + b"1" + b"}" * 10_000,
            "never closed": b"[" * 10_000, "inside a command": b'{"lines":' + b"[" * 10_000 + b"]" * 10_000 + b"}"}
    for name, body in ways.items():
        for path in (PLACE, "/v1/jobs/activate", "/v1/session"):
            answer = server.ask("POST", path, body, {"Idempotency-Key": "deep"})
            problem(f"{name}, 10,000 deep, to {path}", answer, 400)
        line = b'{"command":"orders.place_order","message_id":"deep","body":' + body + b"}\n"
        status, _, text = server.ask("POST", "/v1/commands", line, {"Content-Type": "application/x-ndjson"})
        need(status == 200 and json.loads(text).get("problem", {}).get("status") == 400,
             f"a line with {name}, 10,000 deep, is answered with {status}: {text[:200]!r}")
    return "400"


def header_flood(server):
    start = b"GET /healthz HTTP/1.1\r\nHost: x\r\n"
    floods = {"10,000 headers": start + b"A: b\r\n" * 10_000 + b"\r\n",
              "a header of 1 MB": start + b"A: " + b"b" * (1 << 20) + b"\r\n\r\n",
              "a name of 1 MB": start + b"A" * (1 << 20) + b": b\r\n\r\n",
              "a target of 1 MB": b"GET /" + b"a" * (1 << 20) + b" HTTP/1.1\r\nHost: x\r\n\r\n"}
    for name, data in floods.items():
        answer = raw(server, data)
        if answer[0]:  # a client that goes on sending may lose the answer
            problem(name, answer, 400, 414, 431)
    exact = start + b"A: b\r\n" * 200 + b"\r\n"  # so short that it is read whole: the answer cannot be lost
    problem("200 headers", raw(server, exact), 431)
    with Raw(server) as one:  # it is let to read its answer for 2 s, and what it sends meanwhile is dropped
        until = time.monotonic() + 10
        while one.send(b"A: b\r\n" * 1_000):
            need(time.monotonic() < until, "headers without end were still taken after 10 s")
    return "431"


def idle_connections(server):
    wanted = int(os.environ.get("IDLE", "2000"))
    limit = resource.getrlimit(resource.RLIMIT_NOFILE)[0]
    count = min(wanted, limit - 300)
    before = kilobytes(server, "VmRSS")
    idle = []
    try:
        for _ in range(count):
            idle.append(Raw(server))
        slowest = max(ready(server, f"with {count} idle connections") for _ in range(10))
        status, _, _ = server.ask("GET", "/v1/orders")
        need(status == 200, f"with {count} idle connections /v1/orders is {status}")
        status, _, text = server.ask("GET", "/metrics")
        need(status == 200, f"with {count} idle connections /metrics is {status}")
        gone = sum(1 for one in idle if hung_up(one))
        need(gone == 0, f"{gone} of {count} idle connections were ended at once")
        each = (kilobytes(server, "VmRSS") - before) / count
    finally:
        for one in idle:
            one.socket.close()
    need(under_sanitizer(server) or each <= 8, f"an idle connection takes {each:.1f} KB")
    less = "" if count == wanted else f" (of {wanted}: the limit of open files is {limit})"
    return f"{count}{less}, {each:.1f} KB each, /readyz at most {slowest * 1000:.0f} ms"


def deaf_clients(server):
    """Clients that ask and never read: what waits for them has a bound."""
    request = head(server, b"GET /openapi.json HTTP/1.1")
    before, deaf = kilobytes(server, "VmRSS"), []
    try:
        for _ in range(20):
            one = Raw(server)
            deaf.append(one)
            one.socket.setblocking(False)
            try:
                for _ in range(200):  # 200 answers of 130 KB each
                    one.socket.send(request)
            except BlockingIOError:
                pass
        time.sleep(1)
        ready(server, "with clients that do not read")
        grown = (kilobytes(server, "VmRSS") - before) >> 10
    finally:
        for one in deaf:
            one.socket.close()
    return f"20 clients with 200 requests each, {grown} MB more while they wait"


# ---------------------------------------------------------------- malformed

def malformed_utf8(server):
    for bad in MALFORMED_UTF8:
        body = json.dumps(placed_order("MARK")).encode().replace(b"MARK", b"A" + bad)
        answer = server.ask("POST", PLACE, body, {"Idempotency-Key": "utf8"})
        problem(f"{bad!r} in a body", answer, 400)
        quoted = "".join(f"%{byte:02X}" for byte in bad)
        for path in (f"/v1/orders/{quoted}", f"/v1/orders/{quoted}/timeline", f"/v1/commands/{quoted}",
                     f"/assets/{quoted}", f"/{quoted}"):
            method = "POST" if "/commands/" in path else "GET"
            problem(f"{method} {path}", server.ask(method, path), 400, 404)
        status, _, text = server.ask("GET", f"/v1/orders?q={quoted}")
        text.decode("utf-8")
        need(status in (200, 400), f"q={quoted} is answered with {status}")
        problem(f"{bad!r} in a path", raw(server, head(server, b"GET /v1/orders/" + bad + b" HTTP/1.1")), 400, 404)
        post = b"POST " + PLACE.encode() + b" HTTP/1.1"
        problem(f"{bad!r} as a key", raw(server, head(server, post, b"Idempotency-Key: " + bad,
                                                      b"Content-Length: 2") + b"{}"), 400)
    return "400 or 404, in whole UTF-8"


def percent_encoding(server):
    for bad in ("%", "%2", "%zz", "%u0041", "%-1", "a%2", "% 41", "%00", "a%00b", "%0d%0aSet-Cookie:x=y"):
        for path in (f"/v1/orders/{bad}", f"/{bad}", f"/assets/{bad}"):
            answer = raw(server, head(server, b"GET " + path.encode() + b" HTTP/1.1"))
            problem(f"GET {path}", answer, 400, 404)
            need("Set-Cookie" not in answer[1], f"GET {path} sets a header")
        answer = raw(server, head(server, b"GET /v1/orders?q=" + bad.encode() + b" HTTP/1.1"))
        need(answer[0] in (200, 400), f"q={bad} is answered with {answer[0]}")
    for path in ("/v1/orders/%", "/v1/orders/%zz"):
        problem(f"GET {path}", raw(server, head(server, b"GET " + path.encode() + b" HTTP/1.1")), 400)
    return "400 or 404"


def path_traversal(server):
    up = ("..", "%2e%2e", "%2E.", "..%2f..", "..%5c..", "....//", "%252e%252e", "..;", "%c0%ae%c0%ae")
    tried = 0
    for step in up:
        for depth in (1, 3, 8):
            for start in ("/assets/", "/", "/o/", "//assets//"):
                for file in ("etc/passwd", "run.tf.token", "index.html/../../run.tf.token"):
                    path = start + (step + "/") * depth + file
                    status, headers, body = raw(server, f"GET {path} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
                    tried += 1
                    page = status == 200 and headers.get("Content-Type", "").startswith("text/html")
                    need(status in (400, 404) or start == "/o/" and page,
                         f"GET {path} is answered with {status}: {body[:100]!r}")
                    need(b"root:" not in body, f"GET {path} reads a file of the machine")
                    need(not re.search(rb"^[0-9a-f]{64}\s*$", body), f"GET {path} reads the token's hash")
    return f"{tried} paths: 400 or 404"


def smuggling(server):
    """Requests whose end is not the same for everybody on the way."""
    post = "POST /v1/session HTTP/1.1\r\nHost: x\r\n"
    hidden = "GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n"
    bad = {"two lengths": post + "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}",
           "length and chunks": post + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + hidden,
           "an odd coding": post + "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
           "a negative length": post + "Content-Length: -1\r\n\r\n",
           "a length with a sign": post + "Content-Length: +2\r\n\r\n{}",
           "a length beyond 64 bits": post + "Content-Length: 99999999999999999999999\r\n\r\n",
           "a blank before the colon": post + "Content-Length : 2\r\n\r\n{}",
           "no version": "GET /healthz\r\n\r\n", "a bad version": "GET /healthz HTTP/9.9\r\nHost: x\r\n\r\n",
           "a zero byte": "GET /healthz HTTP/1.1\r\nHost: x\r\nX-A: \0\r\n\r\n",
           "no host": "GET /healthz HTTP/1.1\r\n\r\n"}
    for name, text in bad.items():
        with Raw(server) as one:
            one.send(text.encode())
            problem(name, one.answer(), 400, 413, 501, 505)
            one.socket.settimeout(10)
            try:
                rest = one.socket.recv(1)
            except ConnectionError:
                rest = b""
            need(rest == b"", f"{name}: the connection goes on")
    return f"{len(bad)} kinds: refused, and the connection ends"


# ---------------------------------------------------------------- who may

def tokens(server):
    """Every route of the contract, with no token and with wrong ones."""
    contract = json.loads(server.ask("GET", "/openapi.json")[2])
    token = server.token
    other = token[:-1] + ("0" if token[-1] != "0" else "1")
    wrong = [{}, *({"Authorization": text} for text in (
        f"Bearer {other}", f"Bearer {token[:-1]}", f"Bearer {token}0", f"Bearer {token.upper()}", "Bearer ",
        "Bearer tf_", f"Basic {token}", token, f"Bearer  {token} x")),
        {"Cookie": f"truefill_session={token}"}, {"X-Forwarded-For": "127.0.0.1", "X-Original-URL": "/healthz"}]
    routes = [(method, path) for path, methods in contract["paths"].items()
              for method in methods if method in ("get", "post", "put", "patch", "delete")]
    need(len(routes) > 100, f"the contract has only {len(routes)} routes")
    missing = OPEN_ROUTES - set(routes)
    need(not missing, f"the contract leaves out {missing}")
    connection = server.connect()
    for method, path in routes:
        real = re.sub(r"\{\w+\}", "1", path)
        for headers in wrong:
            connection.request(method.upper(), real, "{}" if method == "post" else None, headers)
            answer = connection.getresponse()
            answer = (answer.status, answer.headers, answer.read())
            if (method, path) in OPEN_ROUTES:
                need(answer[0] in (200, 400, 404), f"{method} {path} without a token is {answer[0]}")
            else:
                problem(f"{method} {path} with {headers}", answer, 401)
    connection.close()
    for path in ("/V1/orders", "//v1/orders", "/v1//orders", "/v1/orders/", "/v1/./orders", "/assets/../v1/orders",
                 "/%76%31/orders", "/v1/orders?token=" + token, "/v1/orders;x", "/metrics/", "/openapi.json/"):
        status, _, body = raw(server, f"GET {path} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
        need(status in (400, 401, 404), f"GET {path} without a token is {status}: {body[:200]!r}")
    said = server.ask("POST", "/v1/session", json.dumps({"token": other}), token=False)
    problem("a log-in with a wrong token", said, 401)
    need("Set-Cookie" not in said[1], "a log-in that failed sets a cookie")
    return f"{len(routes)} routes with {len(wrong)} wrong tokens: 401"


def log_in(server, cookie=None):
    """The cookie as it is sent back, its attributes, the CSRF token."""
    status, headers, body = server.ask("POST", "/v1/session", json.dumps({"token": server.token}),
                                       {"Cookie": cookie} if cookie else None, token=False)
    need(status == 200, f"a log-in with the right token is {status}: {body[:200]!r}")
    cookie, _, attributes = headers["Set-Cookie"].partition(";")
    return cookie, attributes, json.loads(body).get("csrf_token", "")


def csrf(server):
    cookie, attributes, token = log_in(server)
    for attribute in ("HttpOnly", "SameSite=Strict", "Path=/"):
        need(attribute in attributes, f"the cookie is not {attribute}: {attributes}")
    need(token and token not in cookie, "the session has no CSRF token of its own")
    other = log_in(server)[2]

    def post(path, method="POST", **headers):
        headers = {name.replace("_", "-"): value for name, value in headers.items()}
        body = json.dumps(placed_order("csrf"))
        return server.ask(method, path, body, {"Cookie": cookie, "Idempotency-Key": "csrf", **headers}, token=False)

    for wrong in ({}, {"X_CSRF_Token": ""}, {"X_CSRF_Token": token[:-1]}, {"X_CSRF_Token": other},
                  {"Origin": "http://elsewhere.example", "Content_Type": "text/plain"}):
        for method, path in (("POST", PLACE), ("POST", "/v1/commands"), ("POST", "/v1/jobs/activate"),
                             ("DELETE", "/v1/session")):
            problem(f"{method} {path} with a session and {wrong}", post(path, method, **wrong), 403)
    status, _, body = post(PLACE, X_CSRF_Token=token)
    need(status == 200 and json.loads(body)["outcome"] == "committed",
         f"with the CSRF token the order is answered with {status}: {body[:200]!r}; the refused ones took effect?")
    return "403 without the token, and no effect"


def session_fixation(server):
    name = log_in(server)[0].partition("=")[0]
    planted = f"{name}={'a' * 64}"
    problem("a cookie that nobody gave",
            server.ask("GET", "/v1/session", None, {"Cookie": planted}, token=False), 401)
    first = log_in(server, planted)[0]
    need(first != planted, "a log-in takes the cookie that the client brought")
    second = log_in(server, first)[0]
    need(second != first, "a log-in within a session keeps its cookie")
    problem("the planted cookie after the log-in",
            server.ask("GET", "/v1/session", None, {"Cookie": planted}, token=False), 401)
    value = second.partition("=")[2]
    need(len(value) >= 32, f"the cookie has only {len(value)} characters")
    token = json.loads(server.ask("GET", "/v1/session", None, {"Cookie": second}, token=False)[2])["csrf_token"]
    gone = server.ask("DELETE", "/v1/session", None, {"Cookie": second, "X-CSRF-Token": token}, token=False)
    need(gone[0] == 204, f"the log-out is {gone[0]}")
    problem("the cookie after the log-out",
            server.ask("GET", "/v1/orders", None, {"Cookie": second}, token=False), 401)
    return "each log-in has a cookie of its own; a log-out ends it"


def security_headers(server):
    paths = ("/", "/healthz", "/metrics", "/openapi.json", "/v1/orders", "/v1/orders/none", "/nowhere",
             "/assets/none.js")
    answers = {path: server.ask("GET", path) for path in paths}
    answers["GET /v1/orders without a token"] = server.ask("GET", "/v1/orders", token=False)
    answers["a malformed request"] = raw(server, b"GET / HTTP/9.9\r\n\r\n")
    wanted = {"X-Content-Type-Options": "nosniff", "X-Frame-Options": "DENY", "Referrer-Policy": "no-referrer"}
    wrong = [f"{what} ({status}): {name} is {headers.get(name)!r} instead of {wanted.get(name)!r}"
             for what, (status, headers, _) in answers.items() for name in [*wanted, "Server"]
             if headers.get(name) != wanted.get(name)]
    need(not wrong, "; ".join(wrong))
    need(answers["/v1/orders"][1].get("Cache-Control") == "no-store", "/v1/orders may be kept by a cache")
    if not answers["/"][1]["Content-Type"].startswith("text/html"):
        return "no console is built in; the answers of the API"
    nonces = set()
    for path in ("/", "/", "/orders", "/o/536365", "/inbox"):
        status, headers, body = server.ask("GET", path, token=False)
        page, policy = body.decode("utf-8"), headers.get("Content-Security-Policy", "")
        need(status == 200 and "default-src 'none'" in policy, f"{path} ({status}) has the policy {policy!r}")
        need("unsafe" not in policy and "*" not in policy and "frame-ancestors 'none'" in policy
             and "base-uri 'none'" in policy, f"{path}: {policy}")
        found = set(re.findall(r"'nonce-([^']+)'", policy))
        need(len(found) == 1 and len(min(found)) >= 22, f"{path} has the nonces {found}")
        need(set(re.findall(r'\bnonce="([^"]*)"', page)) <= found, f"{path}: page and policy differ")
        need("__NONCE__" not in page, f"{path}: a nonce was left out")
        bare = [tag for tag in re.findall(r"<(?:script|style)\b[^>]*>", page)
                if "src=" not in tag and "nonce=" not in tag]
        need(not bare and not re.search(r"\son\w+=", page), f"{path}: {bare} would not run under its own policy")
        need(not found & nonces, f"{path}: a nonce came twice")
        nonces |= found
    return f"{len(nonces)} loads, {len(nonces)} nonces"


# ---------------------------------------------------------------- the disk

def full_disk(_):
    """On a small file system of its own: 507 while it is full, facts while it is low, all again when it has room."""
    probe = ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c", "mount -t tmpfs none /mnt"]
    if not shutil.which("unshare") or subprocess.run(probe, capture_output=True, check=False).returncode:
        return "LEFT OUT: this machine lets nobody mount without rights"
    with tempfile.TemporaryDirectory(prefix="truefill-disk-") as folder:
        inside = ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c",
                  'mount -t tmpfs -o size=2g none "$0" && exec "$@"', folder]
        server = Server(folder, wrapper=inside)
        server.log = pathlib.Path(folder).with_suffix(".log")
        try:
            return on_small_disk(server, folder)
        except Failed as failed:
            raise Failed(f"{failed}\n--- its log:\n{server.log_text()[-2000:]}") from None
        finally:
            server.end()
            server.log.unlink(missing_ok=True)


def on_small_disk(server, folder):
    def resize(size):
        subprocess.run(["nsenter", "--preserve-credentials", "--user", "--mount", f"--target={server.process.pid}",
                        "mount", "-t", "tmpfs", "-o", f"remount,size={size}", "none", folder], check=True)
        time.sleep(1.5)  # it looks at least once a second

    def place(number):
        return server.ask("POST", PLACE, json.dumps(placed_order(number)), {"Idempotency-Key": number})

    def deliver(key):  # a fact: it has happened, whatever we think of it
        body = {"site": "LEEDS", "delivery_note": key, "release": 1, "lines": [{"line": 1, "quantity": 6}]}
        return server.ask("POST", "/v1/commands/warehouse.confirm_legacy", json.dumps(body), {"Idempotency-Key": key})

    server.start()
    server.command("masterdata.load_catalogue", "catalogue", {"catalogue": CATALOGUE})
    server.command("inventory.open_stock", "stock", {"site": "LEEDS", "reference": "opening",
                                                     "lines": [{"item": "85123A", "quantity": 1000}]})
    need(place("before")[0] == 200, "an order on a disk with room")
    resize("300m")
    said = problem("an order on a disk that is low", place("low"), 507)
    need(said["code"] == "disk_low", f"a disk that is low is told as {said['code']}")
    need(deliver("fact")[0] == 200, "a fact was not taken on a disk that is low")
    resize("64m")
    said = problem("an order on a full disk", place("full"), 507)
    need(said["code"] == "disk_full", f"a full disk is told as {said['code']}")
    problem("a fact on a full disk", deliver("fact-full"), 507)
    status, _, body = server.ask("GET", "/v1/orders/before")
    need(status == 200, f"a read on a full disk is {status}: {body[:200]!r}")
    status, _, body = server.ask("GET", "/readyz", token=False)
    need(status in (503, 507) and b"disk_full" in body, f"/readyz on a full disk is {status}: {body[:200]!r}")
    need(server.ask("GET", "/healthz", token=False)[0] == 200, "/healthz on a full disk")
    resize("2g")
    for number in ("low", "full", "after"):
        status, _, body = place(number)
        need(status == 200 and json.loads(body)["outcome"] == "committed",
             f"order {number} after there is room again: {status}: {body[:200]!r}")
    ready(server, "with room again")
    return "507 disk_low with facts, 507 disk_full, reads all the time, and back"


KINDS = (slow_loris, long_bodies, deep_json, malformed_utf8, header_flood, idle_connections, deaf_clients,
         percent_encoding, path_traversal, smuggling, tokens, csrf, session_fixation, security_headers, full_disk)


def warm_up(server):
    """What is made once is made before memory is looked at."""
    server.command("masterdata.load_catalogue", "catalogue", {"catalogue": CATALOGUE})
    for number in range(50):
        server.command("orders.place_order", f"warm/{number}", placed_order(f"W{number}"))
        for path in ("/v1/orders", f"/v1/orders/W{number}", "/openapi.json", "/", "/v1/events?after=0"):
            server.ask("GET", path)


def run(server):
    server.start()
    warm_up(server)
    base = kilobytes(server, "VmRSS")
    judged = not under_sanitizer(server)
    only = os.environ.get("ONLY", "").split(",") if os.environ.get("ONLY") else None
    failures = []
    for kind in KINDS:
        if only and kind.__name__ not in only:
            continue
        began = time.monotonic()
        try:
            said = kind(server)
            need(server.process.poll() is None, f"the server is gone: {server.process.returncode}")
            ready(server, "afterwards")
            grown = (kilobytes(server, "VmRSS") - base) / 1024
            need(not judged or grown <= GROWTH_MB, f"the server has grown by {grown:.0f} MB; {GROWTH_MB} are allowed")
            print(f"{kind.__name__}: {said} [{grown:+.1f} MB, {time.monotonic() - began:.1f} s]", flush=True)
        except Exception as failed:  # every kind is tried, and each that fails is told
            failures.append(kind.__name__)
            print(f"FAILED: {kind.__name__}: {type(failed).__name__}: {failed}", flush=True)
            if server.process.poll() is not None:
                raise Failed(f"the server is gone, exit code {server.process.returncode}") from None
    server.stop()
    server.verify()
    log = server.log_text()
    need(server.token not in log, "the token is in the log")
    need(not re.search(r"AddressSanitizer|runtime error|ThreadSanitizer|assert", log), "the log tells of a bug")
    need(not failures, ", ".join(failures))
    memory = f"never over {GROWTH_MB} MB more" if judged else "memory not judged under a sanitizer"
    print(f"it withstood them all; {base >> 10} MB at first, {memory}")


def main():
    with tempfile.TemporaryDirectory(prefix="truefill-abuse-") as folder:
        # Thousands of wrong tokens come from one address; the limit has tests of its own.
        server = Server(folder, {"TRUEFILL_LIMITS_ADDRESS_PER_SECOND": "0"})
        try:
            run(server)
            return 0
        except Failed as failed:
            print(f"FAILED: {failed}\n--- the server's log, its end:\n{server.log_text()[-3000:]}")
            print(f"again: TRUEFILL_BIN={server.program} bash tests/abuse.sh")
            return 1
        finally:
            server.end()


if __name__ == "__main__":
    sys.exit(main())
