#!/usr/bin/env bash
# What a hostile or broken client does to the server: no crash, no growth without bound, a clear answer.
# IDLE=10000 bash tests/abuse.sh for more idle connections than the 2,000, with TRUEFILL_BIN naming the program.
set -euo pipefail
: "${TRUEFILL_BIN:?the program}"
command -v python3 >/dev/null || { echo "python3 is not installed"; exit 77; }
[ -r /proc/self/status ] || { echo "there is no /proc to read memory sizes from"; exit 77; }
ulimit -n "$(ulimit -Hn)"
exec python3 -B "$(dirname "$0")/abuse.py"
