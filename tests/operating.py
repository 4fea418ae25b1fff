"""What an operator meets, tried on the program: TLS and where it is wanted, what `doctor` finds, what the service
manager is told, limits, and SIGTERM before the start is through."""
import http.client
import json
import os
import pathlib
import signal
import socket
import ssl
import subprocess
import tempfile
import time

import backup
from server_process import CATALOGUE, HOST, Failed, Server, free_port, need, placed_order


def certificate(folder, name, *more):
    key, file = folder / f"{name}.key", folder / f"{name}.pem"
    subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
                    "-subj", "/CN=localhost", "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", key, "-out", file,
                    *more], check=True, capture_output=True)
    return file, key


def run(*arguments, environment=None, code=0):
    done = subprocess.run([os.environ["TRUEFILL_BIN"], *map(str, arguments)], capture_output=True, text=True,
                          check=False, env={**os.environ, **(environment or {})}, timeout=60)
    need(done.returncode == code, f"{arguments}: exit code {done.returncode}, not {code}: {done.stdout}{done.stderr}")
    return done.stdout + done.stderr


def finding(journal, what, environment, code=0):
    report = json.loads(run("doctor", "--journal", journal, "--port", 0, "--json", environment=environment,
                            code=code)[: -1].split("\ntruefill: ")[0])
    return next(one for one in report["examined"] if one["what"] == what)


def doctor(folder):
    journal = folder / "run.tf"
    good, key = certificate(folder, "good", "-days", "90")
    soon, _ = certificate(folder, "soon", "-days", "7")
    names = ("TRUEFILL_HTTP_CERTIFICATE", "TRUEFILL_HTTP_KEY")
    need(finding(journal, "tls", {})["finding"] == "good", "no TLS on the loopback is fine")
    public = {"TRUEFILL_HTTP_PUBLIC_URL": "https://orders.example.com"}
    need(finding(journal, "public", public)["finding"] == "doubtful", "a proxy that is not trusted")
    public["TRUEFILL_HTTP_TRUSTED_PROXIES"] = "127.0.0.1"
    need(finding(journal, "public", public)["finding"] == "good", "a proxy that is")
    public["TRUEFILL_HTTP_PUBLIC_URL"] = "http://orders.example.com"
    need(finding(journal, "public", public, code=1)["finding"] == "bad", "people by http")
    mark = folder / "run.tf.restoring"
    mark.touch()
    need("Do it again" in finding(journal, "journal", {}, code=1)["sentence"], "half a restore")
    mark.unlink()
    need(finding(journal, "tls", dict(zip(names, map(str, (good, key)))))["finding"] == "good", "a good certificate")
    need(finding(journal, "tls", {names[0]: str(good)}, code=1)["finding"] == "bad", "a certificate without a key")
    near = finding(journal, "tls", dict(zip(names, (str(soon), str(folder / "soon.key")))))
    need(near["finding"] == "doubtful" and "Renew it" in near["sentence"], f"a certificate of a week: {near}")
    key.chmod(0o644)
    need(finding(journal, "tls", dict(zip(names, map(str, (good, key)))))["finding"] == "doubtful", "an open key")
    other = dict(zip(names, (str(good), str(folder / "soon.key"))))
    need("mismatch" in finding(journal, "port", other, code=1)["sentence"], "another key")
    past = folder / "past.pem"  # the same key, signed for days that are over
    subprocess.run(["openssl", "req", "-new", "-key", key, "-subj", "/CN=localhost", "-out", folder / "past.csr"],
                   check=True, capture_output=True)
    subprocess.run(["openssl", "x509", "-req", "-in", folder / "past.csr", "-signkey", key, "-days", "-1", "-out", past],
                   check=True, capture_output=True)
    over = finding(journal, "tls", dict(zip(names, map(str, (past, key)))), code=1)
    need("has expired" in over["sentence"], f"an expired certificate: {over}")
    missing = dict(zip(names, (str(folder / "none.pem"), str(key))))
    need("cannot be read" in finding(journal, "tls", missing, code=1)["sentence"], "a missing certificate")
    need(finding(journal, "tls", {"TRUEFILL_HTTP_ADDRESS": "0.0.0.0"}, code=1)["finding"] == "bad", "no TLS for others")
    need(not journal.exists(), "the doctor made a journal")


def settings(folder):
    """What keeps a server from starting is found by the doctor in the same words, and is exit code 2."""
    notices = folder / "notices"
    notices.mkdir()
    wrong = (({"TRUEFILL_NOTICES_FOLDER": str(notices)}, "receivers.txt cannot be read"),
             ({"TRUEFILL_WEBHOOKS_ALLOW": "nowhere"}, "webhooks.allow: nowhere is no network"),
             ({"TRUEFILL_OIDC_ISSUER": "https://id.example.com", "TRUEFILL_OIDC_CLIENT_ID": "truefill"},
              "http.public_url is where browsers find this server"))
    journal = folder / "run.tf"
    for environment, why in wrong:
        found = finding(journal, "outbound", environment, code=1)
        need(found["finding"] == "bad" and why in found["sentence"], f"the doctor says: {found}")
        told = run("serve", "--journal", journal, "--port", 0, environment=environment, code=2)
        need(found["sentence"] in told, f"serve says: {told}")
    need(not journal.exists(), "a server that must not start made a journal")
    need(finding(journal, "outbound", {})["finding"] == "good", "nothing is sent")
    nowhere = finding(journal, "views", {"TRUEFILL_VIEWS_FILE": str(folder / "none" / "views.db")})
    need(nowhere["finding"] == "doubtful", f"views nowhere: {nowhere}")


def tls(folder):
    file, key = certificate(folder, "live", "-days", "30")
    told = run("serve", "--journal", folder / "run.tf", "--address", "0.0.0.0", "--port", 0, code=2)
    need("http.insecure = true when a proxy before it speaks TLS" in told, f"without TLS it says: {told}")
    need(not (folder / "run.tf").exists(), "a server that must not start made a journal")
    server = Server(folder, {"TRUEFILL_HTTP_CERTIFICATE": str(file), "TRUEFILL_HTTP_KEY": str(key)})
    try:
        server.start()
        trusting = ssl.create_default_context(cafile=str(file))
        trusting.maximum_version = ssl.TLSVersion.TLSv1_3
        connection = http.client.HTTPSConnection(HOST, server.port, timeout=10, context=trusting)
        connection.request("GET", "/v1/orders", headers=server.headers())
        answer = connection.getresponse()
        need(answer.status == 200, f"over TLS it answers {answer.status}: {answer.read()!r}")
        try:
            server.ask("GET", "/healthz", timeout=5)
            raise Failed("it answers without TLS on the port of TLS")
        except (http.client.HTTPException, OSError):
            pass
        server.stop()
    finally:
        server.end()


def service_manager(folder):
    listener = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
    listener.bind(str(folder / "notify"))
    listener.settimeout(30)
    server = Server(folder, {"NOTIFY_SOCKET": str(folder / "notify")})
    try:
        server.start()
        need(listener.recv(100) == b"READY=1", "it does not say that it is ready")
        server.stop()
        need(listener.recv(100) == b"STOPPING=1", "it does not say that it stops")
    finally:
        server.end()
        listener.close()


def limits(folder):
    server = Server(folder, {"TRUEFILL_LIMITS_ADDRESS_PER_SECOND": "1", "TRUEFILL_LIMITS_ADDRESS_BURST": "30",
                             "TRUEFILL_LIMITS_PER_SECOND": "1", "TRUEFILL_LIMITS_BURST": "1"})
    try:
        server.start()
        wrong = {"Authorization": "Bearer tf_wrong"}
        seen = [server.ask("GET", "/v1/orders", headers=wrong, token=False) for _ in range(5)]
        need([one[0] for one in seen[:3]] == [401, 401, 401], f"a wrong key is answered with {seen[0][0]}")
        status, headers, text = seen[4]
        need(status == 429, f"the fifth try with a wrong key is answered with {status}")
        need(int(headers["Retry-After"]) >= 1 and headers["RateLimit-Policy"] == '"address";q=30;w=30',
             f"429 does not say when to come back: {headers}")
        need(json.loads(text)["code"] == "too_many_requests", f"the problem is {text!r}")
        for _ in range(20):
            need(server.ask("GET", "/healthz", token=False)[0] == 200, "health is limited")
            need(server.ask("GET", "/v1/orders")[0] == 200, "the operator token is limited")
        server.stop()
    finally:
        server.end()


def public_side(folder):
    """Behind a proxy that speaks TLS: links, cookies and HSTS are those of the public side, and who the client is
    counts from that proxy only."""
    url = "https://orders.example.com"
    server = Server(folder, {"TRUEFILL_HTTP_PUBLIC_URL": url + "/", "TRUEFILL_HTTP_TRUSTED_PROXIES": "127.0.0.1"})
    password = "correct horse battery"

    def log_in(server, address, word):
        body = json.dumps({"user": "ada", "password": word})
        return server.ask("POST", "/v1/session", body, {"X-Forwarded-For": address}, token=False)

    try:
        server.start()
        until = time.monotonic() + 5
        while not server.link and time.monotonic() < until:
            time.sleep(0.01)  # it is told after the address
        need(server.link.startswith(url + "/first-run#"), "the first-run link goes to another place")
        need(server.ask("GET", "/healthz")[1].get("Strict-Transport-Security") == "max-age=31536000", "no HSTS")
        body = json.dumps({"secret": server.first_run, "user": "ada", "display_name": "Ada", "password": password})
        for origin, wanted in (("https://evil.example", 403), (url, 200)):
            status, headers, text = server.ask("POST", "/v1/first-run", body, {"Origin": origin}, token=False)
            need(status == wanted, f"from a page of {origin}: {status} {text!r}")
        need("; Secure" in headers["Set-Cookie"], f"the cookie is {headers['Set-Cookie']}")
        for _ in range(5):
            need(log_in(server, "198.51.100.9", "wrong")[0] == 401, "a wrong password")
        need(log_in(server, "198.51.100.9", password)[0] == 429, "five failures have no wait")
        need(log_in(server, "6.6.6.6, 198.51.100.9", password)[0] == 429, "a client says who he is, and is believed")
        status, headers, _ = log_in(server, "203.0.113.4", password)
        need(status == 200, f"whoever knows a name locks its owner out: {status}")
        server.stop()
        for name in ("TRUEFILL_HTTP_PUBLIC_URL", "TRUEFILL_HTTP_TRUSTED_PROXIES"):
            del server.environment[name]
        token, token_file = server.token, folder / f"{server.journal.name}.token"
        token_file.unlink()
        server.start()
        need(server.ask("GET", "/healthz")[1].get("Strict-Transport-Security") is None, "HSTS on this machine")
        for i in range(5):
            need(log_in(server, f"198.51.100.{i}", "wrong")[0] == 401, "a wrong password")
        need(log_in(server, "203.0.113.5", password)[0] == 429, "X-Forwarded-For of anybody counts")
        server.stop()
        need(server.token == token and not token_file.exists(), "with an administrator a new token is shown or kept")
        for name, value in (("PUBLIC_URL", "http://orders.example.com"), ("TRUSTED_PROXIES", "nginx.example")):
            server.environment[f"TRUEFILL_HTTP_{name}"] = value
            server.spawn()
            need(server.process.wait(30) == 2, f"it starts with {name} = {value}")
            del server.environment[f"TRUEFILL_HTTP_{name}"]
    finally:
        server.end()


def trace(folder):
    """A request's trace is in the events that come of it, in those of its jobs too, and in its problem."""
    server = Server(folder)
    ours = "0af7651916cd43dd8448eb211c80319c"
    traced = {"traceparent": f"00-{ours}-b7ad6b7169203331-01"}
    try:
        server.start()
        server.command("masterdata.load_catalogue", "catalogue", {"catalogue": CATALOGUE})
        status, _, text = server.ask("POST", "/v1/commands/orders.place_order", json.dumps(placed_order("SO-1")),
                                     {"Idempotency-Key": "SO-1", **traced})
        need(status == 200, f"an order is answered with {status}: {text!r}")
        position = json.loads(text)["position"]
        events = json.loads(server.ask("GET", f"/v1/events?after={position - 1}")[2])
        of_it = [one for one in events if one["id"].split(".")[0] == str(position)]
        need(of_it and all(ours in one.get("traceparent", "") for one in of_it), f"events without its trace: {of_it}")
        status, _, text = server.ask("POST", "/v1/commands/orders.place_order", "{", {"Idempotency-Key": "x", **traced})
        need(status == 400 and json.loads(text)["trace_id"] == ours, f"a problem without its trace: {text!r}")
        server.stop()
    finally:
        server.end()


def end_before_the_start(folder):
    """SIGTERM waits for the process already when it begins; the replay of the journal must not be sat through."""
    server = Server(folder)
    backup.old_journal(server.journal)
    before = server.journal.read_bytes()
    process = subprocess.Popen(
        [server.program, "serve", "--journal", str(server.journal), "--port", str(free_port())],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        preexec_fn=lambda: (signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTERM}),
                            os.kill(os.getpid(), signal.SIGTERM)))
    out, err = process.communicate(timeout=60)
    need(process.returncode == 0, f"it ends with {process.returncode}: {out}{err}")
    need("listens on" not in out and "given up" in err, f"it went on to the end of the start: {out}{err}")
    need(server.journal.read_bytes() == before, "the journal changed")


def main():
    tries = (doctor, settings, tls, service_manager, limits, public_side, trace, end_before_the_start)
    with tempfile.TemporaryDirectory() as name:
        for one in tries:
            folder = pathlib.Path(name) / one.__name__
            folder.mkdir()
            one(folder)
    print(f"{', '.join(one.__name__.replace('_', ' ') for one in tries)}: as docs/operating.md says")


if __name__ == "__main__":
    try:
        main()
    except Failed as why:
        raise SystemExit(f"FAILED: {why}") from None
