#!/usr/bin/env bash
# The step "Check" of action.yml: one check, its report in the log, in the job's summary and as SARIF. What an input says is never run.
set -uo pipefail
proviso() { node "$PROVISO_ACTION/dist/cli.js" "$@"; }

# Whoever checks out without history has not the base either.
fetch_base() {
  git rev-parse --quiet --verify --end-of-options "$PROVISO_DIFF_BASE^{commit}" >/dev/null 2>&1 && return
  branch="${PROVISO_DIFF_BASE#origin/}"
  git fetch --quiet --no-tags --depth=1 origin "+refs/heads/$branch:refs/remotes/origin/$branch" || true
}

paths=()
while IFS= read -r line; do [ -n "$line" ] && paths+=("$line"); done <<<"$PROVISO_PATHS"

options=(--fail-on "$PROVISO_FAIL_ON")
[ -n "$PROVISO_DIFF_BASE" ] && fetch_base && options+=("--diff-base=$PROVISO_DIFF_BASE")
[ -n "$PROVISO_BASELINE" ] && options+=("--baseline=$PROVISO_BASELINE")
[ -n "$PROVISO_CONFIG" ] && options+=("--config=$PROVISO_CONFIG")

part="$RUNNER_TEMP/proviso.jsonl"
proviso check --format jsonl "${options[@]}" -- "${paths[@]}" >"$part"
code=$?

# The code that counts is that of the check: what follows only shows what was found.
if [ -s "$part" ]; then
  show() { proviso merge "$part" --fail-on "$PROVISO_FAIL_ON" --format "$@" 2>/dev/null || true; }
  show "$PROVISO_FORMAT"
  [ "$PROVISO_FORMAT" = github ] || show markdown >>"$GITHUB_STEP_SUMMARY"
  show sarif --output-file "$PROVISO_SARIF"
  findings="$(tail -n 1 "$part" | node -p 'const { errors, warnings, infos, hints } = JSON.parse(require("fs").readFileSync(0)).summary; errors + warnings + infos + hints')"
  { echo "findings=$findings"; echo "sarif-file=$PROVISO_SARIF"; } >>"$GITHUB_OUTPUT"
fi
echo "exit-code=$code" >>"$GITHUB_OUTPUT"
