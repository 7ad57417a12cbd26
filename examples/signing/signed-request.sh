#!/bin/sh
# Calls a gateway of ghl-users with a signed request (RFC 9421). What is signed, and how, is written down in the package's
# documentation (docs/signatures.md); this needs curl and openssl. Whoever may list the processes of this machine can
# see the secret while openssl has it.
#
#   GHL_KEY_ID=… GHL_SECRET=… sh signed-request.sh GET https://gateway.example/users/ve9EPM428h8vShlRW1KT
#   GHL_KEY_ID=… GHL_SECRET=… sh signed-request.sh PUT https://gateway.example/users/ve9EPM428h8vShlRW1KT '{"lastName":"Ray"}'
set -eu

# The three headers of a request: method, path with query as it is sent, body, time, nonce.
signature() {
  case $2 in *\?*) query=?${2#*\?} ;; *) query=\? ;; esac
  digest="sha-256=:$(printf %s "$3" | openssl dgst -sha256 -binary | openssl base64 -A):"
  params="(\"@method\" \"@path\" \"@query\" \"content-digest\");created=$4;nonce=\"$5\";keyid=\"$GHL_KEY_ID\";tag=\"ghl-users\""
  base=$(printf '"@method": %s\n"@path": %s\n"@query": %s\n"content-digest": %s\n"@signature-params": %s' \
    "$1" "${2%%\?*}" "$query" "$digest" "$params")
  sig=$(printf %s "$base" | openssl dgst -sha256 -hmac "$GHL_SECRET" -binary | openssl base64 -A)
  printf 'Content-Digest: %s\nSignature-Input: ghl-users=%s\nSignature: ghl-users=:%s:\n' "$digest" "$params" "$sig"
}

# Without arguments it only brings the function, to those who source it.
if [ $# -gt 0 ]; then
  path=/$(printf %s "$2" | cut -d/ -f4-)
  headers=$(signature "$1" "$path" "${3-}" "$(date +%s)" "$(openssl rand -hex 16)")
  if [ $# -gt 2 ]; then set -- "$1" "$2" --header "Content-Type: application/json" --data-raw "$3"; fi
  method=$1 url=$2
  shift 2
  printf '%s\n' "$headers" |
    curl --silent --show-error --fail-with-body --path-as-is --request "$method" --header @- "$@" "$url"
fi
