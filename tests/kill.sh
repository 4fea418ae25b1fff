#!/usr/bin/env bash
# Eight clients work while the server is killed at random moments and started again: what was answered is there,
# once. KILLS=50 SEED=7 bash tests/kill.sh, with TRUEFILL_BIN naming the program.
set -euo pipefail
: "${TRUEFILL_BIN:?the program}"
command -v python3 >/dev/null || { echo "python3 is not installed"; exit 77; }
exec python3 -B "$(dirname "$0")/kill.py"
