"""Whether a request was signed as OAuth 1.0a asks, found out by hand from RFC 5849.

Nothing of the library that signs is used: two that share a mistake would agree.
"""

import base64
import hashlib
import hmac
import re
import time
from dataclasses import dataclass, field
from urllib.parse import quote, unquote

from tests.social.fakes.speaking import Request

_PARAMETER = re.compile(r'([a-z_]+)="([^"]*)"')
# How far the signer's clock may be off, in seconds.
_PATIENCE = 300


@dataclass
class Signatures:
    """What a server keeps of one application and account, and the nonces it has seen."""

    root: str
    key: str
    key_secret: str
    token: str
    token_secret: str
    seen: set[str] = field(default_factory=set, init=False)

    def fault(self, request: Request) -> str:
        """What is wrong with the signature of a request, or nothing."""
        scheme, _, rest = request.headers["Authorization"].partition(" ")
        said = {name: unquote(value) for name, value in _PARAMETER.findall(rest)}
        if scheme != "OAuth" or said.get("oauth_signature_method") != "HMAC-SHA1":
            return "no signature"
        if (said["oauth_consumer_key"], said["oauth_token"]) != (self.key, self.token):
            return "another's key or token"
        if abs(int(said["oauth_timestamp"]) - time.time()) > _PATIENCE:
            return "a clock that is off"
        if said["oauth_nonce"] in self.seen:
            return "sent before"
        self.seen.add(said["oauth_nonce"])
        right = self._signature(request, said)
        return "" if hmac.compare_digest(right, said["oauth_signature"]) else "a wrong signature"

    def _signature(self, request: Request, said: dict[str, str]) -> str:
        """Section 3.4: method, address and sorted parameters, under both secrets."""
        signed = {k: v for k, v in said.items() if k != "oauth_signature"} | request.query
        pairs = sorted((_escaped(name), _escaped(value)) for name, value in signed.items())
        normal = "&".join(f"{name}={value}" for name, value in pairs)
        parts = (request.method, self.root + request.path, normal)
        text = "&".join(_escaped(part) for part in parts)
        secret = f"{_escaped(self.key_secret)}&{_escaped(self.token_secret)}"
        digest = hmac.digest(secret.encode(), text.encode(), hashlib.sha1)
        return base64.b64encode(digest).decode()


def _escaped(text: str) -> str:
    return quote(text, safe="~")
