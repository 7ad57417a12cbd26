"""Signs and checks requests with PyPI's http-message-signatures: takes JSON from its input, and prints JSON."""

import json
import sys
from types import SimpleNamespace

from http_message_signatures import HTTPMessageSigner, HTTPMessageVerifier, InvalidSignature, MappingKeyResolver, algorithms

TAG = "ghl-users"


def message(request):
    return SimpleNamespace(method=request["method"], url=request["url"], headers=dict(request["headers"]))


def sign(signer, request, key_id, nonce):
    """The headers of the request when it is signed."""
    signed = message(request)
    covered = ("@method", "@path", "@query")
    body = request["body"].encode() if request["body"] else None
    signer.sign(signed, key_id=key_id, nonce=nonce, tag=TAG, covered_component_ids=covered, body=body)
    return signed.headers


def verify(verifier, request):
    """Who signed the request, or why it is not good."""
    covered = ("@method", "@path", "@query", "content-digest")
    body = request["body"].encode()
    try:
        (result,) = verifier.verify(message(request), expect_tag=TAG, require_components=covered, body=body)
    except InvalidSignature as error:
        return {"error": str(error)}
    return {"keyId": result.parameters["keyid"], "nonce": result.nonce}


given = json.load(sys.stdin)
secrets = {given["keyId"]: given["secret"].encode()}
options = {
    "signature_algorithm": algorithms.HMAC_SHA256,
    "key_resolver": MappingKeyResolver(public_keys=secrets, private_keys=secrets),
}
signer, verifier = HTTPMessageSigner(**options), HTTPMessageVerifier(**options)
acts = {
    "sign": lambda request: sign(signer, request, given["keyId"], request["nonce"]),
    "verify": lambda request: verify(verifier, request),
}
json.dump([acts[given["act"]](request) for request in given["requests"]], sys.stdout)
