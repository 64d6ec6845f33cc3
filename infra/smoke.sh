#!/usr/bin/env bash
# Asks a running hub the questions whose answers show that a deployment works. Changes nothing in it.
# Usage: smoke.sh URL [SECONDS]   SECONDS: how long to wait for it to be ready (default 600)
# With HUB_TOKEN set, also asks as the bearer of that token (role supervisor) what is in quarantine.
# Ends with 0 when every answer was right; else with 1, after all have been asked.
set -uo pipefail

if [ $# -lt 1 ]; then
  echo "Usage: smoke.sh URL [SECONDS]" >&2
  exit 2
fi

hub=${1%/}
patience=${2:-600}
failed=0
body=$(mktemp)
trap 'rm -f "$body"' EXIT

# ask PATH [CURL OPTIONS…] : prints the status; 000 where nothing answered. The body is in $body.
ask() {
  local path=$1
  shift
  curl --silent --show-error --max-time 30 --output "$body" --write-out '%{http_code}' "$@" "$hub$path" 2> /dev/null || true
}

# check NAME STATUS WANTED [TEXT] : one line, and whether the answer's body holds the text.
check() {
  local name=$1 status=$2 wanted=$3 text=${4:-}
  if [ "$status" != "$wanted" ]; then
    echo "FAILED  $name: answered $status, not $wanted"
    failed=1
  elif [ -n "$text" ] && ! grep -qF -- "$text" "$body"; then
    echo "FAILED  $name: the answer does not hold: $text"
    failed=1
  else
    echo "ok      $name"
  fi
}

deadline=$((SECONDS + patience))
status=$(ask /health)
while [ "$status" != 200 ] && [ "$SECONDS" -lt "$deadline" ]; do
  sleep 5
  status=$(ask /health)
done
check "it is ready (/health)" "$status" 200 '"ready":true'

check "the page of how it is (/status)" "$(ask /status)" 200 'Public protection hub'
check "the page to sign in on (/sign-in)" "$(ask /sign-in)" 200 'Sign in'
check "whoever is not signed in sees no page of the desk (/desk/inbox)" "$(ask /desk/inbox)" 303
check "the API, described (/api/openapi.json)" "$(ask /api/openapi.json)" 200 '"openapi"'
check "a call without a token is refused" "$(ask /api/quarantine)" 401 'token-missing'
check "a call with a false token is refused" "$(ask /api/quarantine --header 'Authorization: Bearer false')" 401 'token-invalid'
check "an arrest without a token is refused" "$(ask /api/reports/arrests --request POST --header 'Content-Type: application/json' --data '{}')" 401 'token-missing'

if [ -n "${HUB_TOKEN:-}" ]; then
  # From a file, so that the token stands in no list of processes.
  check "a supervisor is let in" "$(ask /api/quarantine --header @<(printf 'Authorization: Bearer %s\n' "$HUB_TOKEN"))" 200
else
  echo "        no HUB_TOKEN: nobody was let in to see"
fi

exit "$failed"
