#!/usr/bin/env bash
# A backup taken while four clients write is restored and served; old journals are read, newer ones refused.
set -euo pipefail
command -v python3 >/dev/null || { echo "python3 is not installed"; exit 77; }
exec python3 -B "$(dirname "$0")/backup.py"
