#!/usr/bin/env bash
# What an operator meets: TLS, the doctor, the service manager, limits, an end before the start is through.
set -euo pipefail
command -v python3 >/dev/null || { echo "python3 is not installed"; exit 77; }
command -v openssl >/dev/null || { echo "openssl is not installed"; exit 77; }
exec python3 -B "$(dirname "$0")/operating.py"
