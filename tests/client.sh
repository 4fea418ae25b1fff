#!/usr/bin/env bash
# A TypeScript client made by openapi-typescript from the server's own contract: it compiles, and it places, ships and
# reads an order. The console's types must be those of this server too.
set -euo pipefail

truefill=$(realpath "${TRUEFILL_BIN:?the program}")
node=build/node/bin/node
[ -x "$node" ] || node=$(command -v node) || { echo "node is not installed"; exit 77; }
modules=$PWD/console/node_modules
[ -d "$modules/openapi-typescript" ] || { echo "the console's packages are not here (tools/setup, then a build)"; exit 77; }
node=$(realpath "$node")
folder=$(mktemp -d)
server=
trap '[ -z "$server" ] || { kill -TERM "$server"; wait "$server"; } 2>/dev/null || true; rm -rf "$folder"' EXIT

"$truefill" serve --journal "$folder/run.tf" --port 0 >"$folder/said" 2>"$folder/err" &
server=$!
for _ in $(seq 100); do
    grep -q 'shown this once' "$folder/said" && break
    kill -0 "$server" 2>/dev/null || { cat "$folder/err"; exit 1; }
    sleep 0.1
done
url=$(sed -n 's/^Truefill listens on \(.*\)\/$/\1/p' "$folder/said")
token=$(sed -n 's/.*shown this once: //p' "$folder/said")

"$node" console/test/types.mjs --check "$url" "$token"

ln -s "$modules" "$folder/node_modules"
cp tests/client/client.ts console/src/api/contract.d.ts "$folder/"
echo '{"type": "module"}' >"$folder/package.json"
cat >"$folder/tsconfig.json" <<'END'
{"compilerOptions": {"target": "ES2023", "module": "ESNext", "moduleResolution": "bundler", "strict": true,
  "noUncheckedIndexedAccess": true, "skipLibCheck": true, "types": ["node"], "outDir": "out"}, "files": ["client.ts"]}
END
"$node" "$modules/@typescript/native/bin/tsc" -p "$folder"
cp "$folder/package.json" "$folder/out/"
TRUEFILL_URL=$url TRUEFILL_TOKEN=$token "$node" "$folder/out/client.js"
