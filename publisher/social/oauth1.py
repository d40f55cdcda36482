"""OAuth 1.0a: each request is signed anew with four secrets that do not end by themselves.

Source: RFC 5849, and https://docs.x.com/fundamentals/authentication/oauth-1-0a. Signed are method,
address and query; bodies are JSON, which the signature leaves out.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast
from urllib.parse import urlencode

from oauthlib.oauth1 import Client
from pydantic import SecretStr

# It writes keys and tokens into its debugging log.
logging.getLogger("oauthlib").setLevel(logging.WARNING)


@dataclass(frozen=True, slots=True)
class Signature:
    """Signs for one account: the application's key and secret, the account's token and secret."""

    key: SecretStr
    key_secret: SecretStr
    token: SecretStr
    token_secret: SecretStr

    @property
    def secrets(self) -> tuple[SecretStr, ...]:
        """What an answer may repeat of it."""
        return (self.key, self.key_secret, self.token, self.token_secret)

    def __call__(self, method: str, url: str, params: Mapping[str, str]) -> SecretStr:
        """Return the Authorization field of one request, good for that request alone."""
        client = Client(*(secret.get_secret_value() for secret in self.secrets))
        asked = f"{url}?{urlencode(params)}" if params else url
        _, headers, _ = client.sign(asked, cast("Any", method))  # its types list the methods
        return SecretStr(headers["Authorization"])
