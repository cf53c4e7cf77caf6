#!/usr/bin/env bash
# Builds the command where a checkout of Proviso has none yet. All that is said goes to stderr: stdout is for reports.
set -euo pipefail
root="$(cd "$(dirname "$0")/.." && pwd)"
if [ ! -f "$root/dist/cli.js" ]; then
  (cd "$root" && npm ci --ignore-scripts --no-audit --no-fund && npm run build) >&2
fi
