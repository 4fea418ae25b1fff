#!/usr/bin/env bash
# Builds the fuzz targets and runs each for SECONDS_EACH (default 20) on its corpus. Needs clang 19 with libFuzzer.
# What a run finds anew stays in build/fuzz/found; an input that breaks something is printed with how to repeat it.
set -euo pipefail
cd "$(dirname "$0")/.."

seconds=${SECONDS_EACH:-20}
targets=${TARGETS:-command_json http_request csv_import}
if [ "${1:-}" != run ]; then
    echo "fuzzing takes minutes to build: \`make fuzz\`, or tests/fuzz.sh run"
    exit 77
fi
command -v clang++-19 >/dev/null || { echo "clang++-19 is not installed"; exit 77; }
[ -f build/fuzz/build.ninja ] || cmake -S fuzz -B build/fuzz -G Ninja >/dev/null
cmake --build build/fuzz -j "${JOBS:-2}" >build/fuzz/build.txt || { tail -20 build/fuzz/build.txt; exit 1; }

failed=0
for target in $targets; do
    mkdir -p "build/fuzz/found/$target"
    said=build/fuzz/$target.txt
    if build/fuzz/"$target" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -max_len=4096 \
        -print_final_stats=1 -artifact_prefix="build/fuzz/found/$target-" \
        "build/fuzz/found/$target" "fuzz/corpus/$target" >"$said" 2>&1; then
        echo "$target: $(sed -n 's/^stat::number_of_executed_units: *//p' "$said") inputs in $seconds s, nothing found"
    else
        failed=1
        echo "FAILED: $target"
        grep -aE 'does not hold|ERROR|SUMMARY|Test unit written|assert' "$said" | head -8
        echo "repeat it: build/fuzz/$target FILE"
    fi
done
exit $failed
