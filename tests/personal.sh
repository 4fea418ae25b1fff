#!/usr/bin/env bash
# Personal data: sealed in every file, read at every exit, gone from all of them when a person is erased.
set -euo pipefail
command -v python3 >/dev/null || { echo "python3 is not installed"; exit 77; }
exec python3 -B "$(dirname "$0")/personal.py"
