#!/usr/bin/env bash
# What the server sends by itself, to real receivers: webhooks, notices by mail and HTTP, and log-in by OpenID Connect.
set -euo pipefail
: "${TRUEFILL_BIN:?the program}"
command -v python3 >/dev/null || { echo "python3 is not installed"; exit 77; }
here=$(dirname "$0")
python3 -B "$here/webhooks.py"
python3 -B "$here/notices.py"
command -v openssl >/dev/null || { echo "openssl is not installed, so OpenID Connect is left out"; exit 0; }
python3 -B "$here/oidc.py"
