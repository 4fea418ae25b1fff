#!/usr/bin/env bash
# Who may what on a real server: each command and read area with each role, in and out of scope, both ways; keys,
# log-ins, sessions, pages.
set -euo pipefail
: "${TRUEFILL_BIN:?the program}"
command -v python3 >/dev/null || { echo "python3 is not installed"; exit 77; }
exec python3 -B "$(dirname "$0")/security.py"
