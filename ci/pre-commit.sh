#!/usr/bin/env bash
# The hooks of .pre-commit-hooks.yaml: builds the command once in the checkout that pre-commit keeps, then checks what it is given.
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"
"$here/build.sh"
exec node "$here/../dist/cli.js" check --quiet "$@"
