#!/usr/bin/env bash
# The API keeps what tests/contract/v1.json promises; what is only added asks for `make contract`.
set -euo pipefail

truefill=${TRUEFILL_BIN:?the program}
today=$(mktemp)
trap 'rm -f "$today"' EXIT
python3 tests/contract.py --self-test
"$truefill" openapi >"$today"
python3 tests/contract.py tests/contract/v1.json "$today"
