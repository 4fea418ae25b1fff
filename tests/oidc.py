"""Log-in by OpenID Connect with a provider of its own: the code is traded with PKCE, the token is verified, groups give
roles, and everything that is wrong is refused. Signatures are made by the command `openssl`.
"""
import base64
import hashlib
import http.client
import http.server
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse

from receivers import make_certificate, tls_of
from server_process import HOST, Failed, Server, need

CLIENT, SECRET = "truefill", "hidden:word/1"


def url64(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


class Provider:
    """Gives out a code for a log-in, and for the code a token with the claims of `claims`."""

    def __init__(self, folder):
        self.folder = folder
        self.keys = {}
        self.make_key("first")
        self.codes = {}
        self.asked = []
        self.claims = {}
        self.change = None
        provider = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def say(self, body, status=200):
                text = json.dumps(body).encode()
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(text)))
                self.end_headers()
                self.wfile.write(text)

            def do_GET(self):
                provider.asked.append(self.path)
                if self.path == "/.well-known/openid-configuration":
                    return self.say({"issuer": provider.issuer, "jwks_uri": provider.issuer + "/keys",
                                     "authorization_endpoint": provider.issuer + "/authorize",
                                     "token_endpoint": provider.issuer + "/token"})
                if self.path == "/keys":
                    return self.say({"keys": [provider.jwk(name) for name in provider.keys]})
                return self.say({}, 404)

            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"])).decode()
                self.say(*provider.trade(self.headers, dict(urllib.parse.parse_qsl(body))))

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer((HOST, 0), Handler)
        self.server.daemon_threads = True
        certificate = make_certificate(folder, "provider")
        self.certificate = certificate[0]
        self.server.socket = tls_of(certificate).wrap_socket(self.server.socket, server_side=True)
        self.issuer = f"https://{HOST}:{self.server.server_address[1]}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def make_key(self, name):
        file = self.folder / f"{name}.pem"
        subprocess.run(["openssl", "genrsa", "-out", file, "2048"], check=True, capture_output=True)
        self.keys[name] = file
        self.signer = name

    def jwk(self, name):
        done = subprocess.run(["openssl", "rsa", "-in", self.keys[name], "-noout", "-modulus"], check=True,
                              capture_output=True, text=True)
        modulus = bytes.fromhex(done.stdout.strip().removeprefix("Modulus="))
        return {"kty": "RSA", "use": "sig", "alg": "RS256", "kid": name, "n": url64(modulus), "e": "AQAB"}

    def token(self, claims):
        head = url64(json.dumps({"alg": "RS256", "kid": self.signer}).encode())
        text = f"{head}.{url64(json.dumps(claims).encode())}"
        done = subprocess.run(["openssl", "dgst", "-sha256", "-sign", self.keys[self.signer]], input=text.encode(),
                              check=True, capture_output=True)
        return f"{text}.{url64(done.stdout)}"

    def log_in(self, query, subject, groups):
        """What the person does at the provider's page: a code for the address that was asked for."""
        code = url64(hashlib.sha256(f"{len(self.codes)}{subject}".encode()).digest())
        now = int(time.time())
        self.codes[code] = (query, {"iss": self.issuer, "aud": CLIENT, "sub": subject, "groups": groups, "iat": now,
                                    "exp": now + 300, "nonce": query["nonce"]})
        return code

    def trade(self, headers, form):
        if form.get("code") not in self.codes:
            return {"error": "invalid_grant"}, 400
        query, claims = self.codes.pop(form["code"])
        wanted = "Basic " + base64.b64encode(
            f"{CLIENT}:{urllib.parse.quote(SECRET, safe='')}".encode()).decode()
        challenge = url64(hashlib.sha256(form.get("code_verifier", "").encode()).digest())
        if headers["Authorization"] != wanted or challenge != query["code_challenge"] or \
                form.get("redirect_uri") != query["redirect_uri"] or form.get("grant_type") != "authorization_code":
            return {"error": "invalid_request"}, 400
        token = self.token({**claims, **self.claims})
        if self.change:
            token = self.change(token)
        return {"access_token": "x", "token_type": "Bearer", "id_token": token}, 200

    def end(self):
        self.server.shutdown()
        self.server.server_close()


def get(server, path, cookie="", address=""):
    connection = http.client.HTTPConnection(HOST, server.port, timeout=30)
    headers = {**({"Cookie": cookie} if cookie else {}), **({"X-Forwarded-For": address} if address else {})}
    try:
        connection.request("GET", path, headers=headers)
        answer = connection.getresponse()
        return answer.status, answer.headers, answer.read().decode()
    finally:
        connection.close()


def cookie_in(headers, name):
    for line in headers.get_all("Set-Cookie") or []:
        found = re.match(f"{name}=([^;]*)", line)
        if found:
            return found.group(1), line
    return "", ""


def begin(server, provider, address=""):
    status, headers, _ = get(server, "/v1/session/oidc", address=address)
    need(status == 302, f"the log-in begins with {status}")
    place = urllib.parse.urlsplit(headers["Location"])
    query = dict(urllib.parse.parse_qsl(place.query))
    need(headers["Location"].startswith(provider.issuer + "/authorize?"), "it goes to another place")
    need(query["response_type"] == "code" and query["client_id"] == CLIENT and "openid" in query["scope"].split(),
         f"{query}")
    need(query["code_challenge_method"] == "S256", f"{query}")
    need(len(query["state"]) >= 40 and len(query["nonce"]) >= 40, f"{query}")
    value, line = cookie_in(headers, "truefill_oidc")
    need(value and "HttpOnly" in line and "SameSite=Lax" in line and "Path=/v1/session/oidc" in line, f"{line}")
    return query, f"truefill_oidc={value}"


def come_back(server, query, cookie, code, **more):
    back = urllib.parse.urlencode({"code": code, "state": query["state"], **more})
    return get(server, "/v1/session/oidc/callback?" + back, cookie)


def refused(server, provider, what, subject="s-dana", cookie=None, state=None, **more):
    query, own = begin(server, provider)
    code = provider.log_in(query, subject, ["desk"])
    if state:
        query = {**query, "state": state}
    status, headers, page = come_back(server, query, own if cookie is None else cookie, code, **more)
    need(status == 403 and not cookie_in(headers, "truefill_session")[0], f"{what}: {status} {page[:300]}")
    return page


def try_log_in(server, provider):
    query, cookie = begin(server, provider)
    code = provider.log_in(query, "s-dana", ["desk", "unheard-of"])
    status, headers, page = come_back(server, query, cookie, code, iss=provider.issuer)
    need(status == 200 and "url=/" in page, f"{status} {page[:300]}")
    session, line = cookie_in(headers, "truefill_session")
    need(session and "HttpOnly" in line and "SameSite=Strict" in line, f"{line}")
    status, _, text = get(server, "/v1/session", f"truefill_session={session}")
    who = json.loads(text)
    need(status == 200 and who["name"] == "dana" and who["roles"] == ["customer_service"], f"{who}")
    need(get(server, "/v1/orders", f"truefill_session={session}")[0] == 200, "the role of the group does not count")
    need(get(server, "/v1/users", f"truefill_session={session}")[0] == 403, "the log-in gives more than the role")
    status, headers, _ = come_back(server, query, cookie, code)
    need(status == 403 and not cookie_in(headers, "truefill_session")[0], "a state was good twice")


def try_wrong(server, provider):
    refused(server, provider, "no cookie", cookie="")
    refused(server, provider, "another browser's cookie", cookie=begin(server, provider)[1])
    refused(server, provider, "another state", state="x" * 43)
    refused(server, provider, "another provider", iss="https://other.example")
    page = refused(server, provider, "somebody unknown", subject="s-nobody")
    need("no user" in page, f"{page}")
    refused(server, provider, "a user that is not active", subject="s-gone")
    now = int(time.time())
    for claims in ({"iss": "https://other.example"}, {"aud": "other"}, {"aud": [CLIENT, "other"]}, {"exp": now - 120},
                   {"iat": now + 3_000}, {"nonce": "x"}, {"nonce": ""}, {"sub": ""}):
        provider.claims = claims
        refused(server, provider, f"{claims}")
    provider.claims = {}
    unsigned = url64(b'{"alg":"none"}')
    for change in (lambda token: token[:-8] + "AAAAAAAA", lambda token: token.rsplit(".", 1)[0] + ".",
                   lambda token: unsigned + "." + token.split(".")[1] + ".", lambda token: "x"):
        provider.change = change
        refused(server, provider, "a token that is not signed")
    provider.change = None
    query, cookie = begin(server, provider)
    need(come_back(server, query, cookie, "wrong")[0] == 403, "a wrong code is taken")
    need(get(server, "/v1/session/oidc/callback?error=access_denied&state=x", cookie)[0] == 403, "an error is taken")
    status, _, page = get(server, "/v1/session/oidc/callback?code=%3Cscript%3E&state=%3Cscript%3E", cookie)
    need(status == 403 and "<script" not in page, "the page repeats what came")


def try_flood(server, provider):
    """Who begins a thousand log-ins pushes out his own, and nobody else's."""
    query, cookie = begin(server, provider, "198.51.100.1")
    first, first_cookie = begin(server, provider, "198.51.100.9")
    for _ in range(1_001):
        last, last_cookie = begin(server, provider, "198.51.100.9")
    for what, asked, with_cookie, wanted in (("the one log-in of another address", query, cookie, 200),
                                             ("the last of the flood", last, last_cookie, 200),
                                             ("the first of the flood", first, first_cookie, 403)):
        status, _, _ = come_back(server, asked, with_cookie, provider.log_in(asked, "s-dana", []))
        need(status == wanted, f"{what} ends with {status}")


def try_new_key(server, provider):
    """A key that the provider made meanwhile is fetched, at most every ten seconds, so this waits for it."""
    provider.make_key("second")
    until = time.monotonic() + 30
    while True:
        query, cookie = begin(server, provider)
        status, _, _ = come_back(server, query, cookie, provider.log_in(query, "s-dana", []))
        if status == 200:
            return
        need(time.monotonic() < until, "the new key was not fetched")
        time.sleep(2)


def try_untrusted(folder, provider, environment):
    """A provider whose certificate nobody vouches for is not spoken to."""
    (folder / "untrusted").mkdir()
    server = Server(folder / "untrusted", {**environment, "TRUEFILL_OUTBOUND_AUTHORITIES": ""})
    server.environment["TRUEFILL_OIDC_PUBLIC_URL"] = f"http://{HOST}:{server.port}"
    try:
        server.start()
        count = len(provider.asked)
        need(get(server, "/v1/session/oidc")[0] == 502, "a provider without a trusted certificate was spoken to")
        need(len(provider.asked) == count, "the provider was asked something")
        server.stop()
    finally:
        server.end()


def main():
    folder = pathlib.Path(tempfile.mkdtemp(prefix="truefill-oidc-"))
    provider = Provider(folder)
    secret = folder / "secret"
    secret.write_text(SECRET)
    secret.chmod(0o600)
    environment = {"TRUEFILL_OIDC_ISSUER": provider.issuer, "TRUEFILL_OIDC_CLIENT_ID": CLIENT,
                   "TRUEFILL_OIDC_CLIENT_SECRET_FILE": str(secret),
                   "TRUEFILL_OUTBOUND_AUTHORITIES": str(provider.certificate),
                   "TRUEFILL_HTTP_TRUSTED_PROXIES": HOST, "TRUEFILL_LIMITS_ADDRESS_PER_SECOND": "0"}
    server = Server(folder, environment)
    server.environment["TRUEFILL_HTTP_PUBLIC_URL"] = f"http://{HOST}:{server.port}/"
    try:
        server.start()
        for user, subject in (("dana", "s-dana"), ("gone", "s-gone")):
            status, _, text = server.ask("POST", "/v1/users", json.dumps(
                {"user": user, "display_name": user, "roles": [],
                 "identity": {"issuer": provider.issuer, "subject": subject}}), {"Idempotency-Key": f"user-{user}"})
            need(status in (200, 201), f"the user {user} is answered with {status}: {text[:300]!r}")
        server.command("access.deactivate_user", "gone", {"user": "gone"})
        server.command("access.map_role", "desk",
                       {"issuer": provider.issuer, "group": "desk", "roles": ["customer_service"]})
        for part in (try_log_in, try_wrong, try_flood, try_new_key):
            part(server, provider)
            print(f"oidc, {part.__name__.removeprefix('try_')}: as it should be", flush=True)
        try_untrusted(folder, provider, environment)
        server.stop()
        log = server.log_text()
        need(SECRET not in log and "eyJ" not in log, "a secret or a token is in the log")
    except Failed as failure:
        print(f"oidc: {failure}\n{server.log_text()[-2000:]}", file=sys.stderr)
        return 1
    finally:
        server.end()
        provider.end()
        shutil.rmtree(folder, ignore_errors=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
