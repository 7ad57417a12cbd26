#!/bin/sh
# Calls a gateway of ghl-users with a signed request. What is signed, and how, is written down in the package's
# documentation ("Signatures"); this needs curl and openssl. Whoever may list the processes of this machine can
# see the secret while openssl has it.
#
#   GHL_KEY_ID=… GHL_SECRET=… sh signed-request.sh GET https://gateway.example/users/ve9EPM428h8vShlRW1KT
#   GHL_KEY_ID=… GHL_SECRET=… sh signed-request.sh PUT https://gateway.example/users/ve9EPM428h8vShlRW1KT '{"lastName":"Ray"}'
set -eu

# The value of the header X-Ghl-Users-Signature: method, path with query as it is sent, body, time, nonce.
signature() {
  body=$(printf %s "$3" | openssl dgst -sha256 -hex | sed 's/.* //')
  text=$(printf 'ghl-users-v1\n%s\n%s\n%s\n%s\n%s\n%s' "$GHL_KEY_ID" "$1" "$2" "$4" "$5" "$body")
  sig=$(printf %s "$text" | openssl dgst -sha256 -hmac "$GHL_SECRET" -hex | sed 's/.* //')
  printf 'v1;key=%s;t=%s;nonce=%s;sig=%s' "$GHL_KEY_ID" "$4" "$5" "$sig"
}

# Without arguments it only brings the function, to those who source it.
if [ $# -gt 0 ]; then
  path=/$(printf %s "$2" | cut -d/ -f4-)
  header="X-Ghl-Users-Signature: $(signature "$1" "$path" "${3-}" "$(date +%s)" "$(openssl rand -hex 16)")"
  if [ $# -gt 2 ]; then set -- "$1" "$2" --header "Content-Type: application/json" --data-raw "$3"; fi
  method=$1 url=$2
  shift 2
  curl --silent --show-error --fail-with-body --path-as-is --request "$method" --header "$header" "$@" "$url"
fi
