#!/usr/bin/env bash
# Builds the program from the repository that this action is in, at the commit
# that the workflow names, and runs it with the lines of VERBATIM_ARGS. The
# steps that follow find it as verbatim.
set -euo pipefail

bin=$RUNNER_TEMP/verbatim
program=$bin/verbatim$(go env GOEXE)
(cd "$GITHUB_ACTION_PATH/../../.." && CGO_ENABLED=0 go build -o "$program" ./cmd/verbatim)
echo "$bin" >>"$GITHUB_PATH"

arguments=()
while IFS= read -r line; do
  line=${line%$'\r'}
  [ -z "$line" ] || arguments+=("$line")
done <<<"$VERBATIM_ARGS"
[ "${#arguments[@]}" = 0 ] || "$program" "${arguments[@]}"
