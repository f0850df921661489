"""Links to files about an answer: signed and expiring, with the content in the link itself."""

from __future__ import annotations

import datetime as dt
import logging
import os
import secrets
from typing import Any

from itsdangerous import URLSafeTimedSerializer

logger = logging.getLogger(__name__)

SECRET = "SOJOURN_SECRET"
LIFETIME = dt.timedelta(days=7)


def secret_of_environment() -> str:
    """The secret in ``SOJOURN_SECRET``, or a random one that ends with the process."""
    secret = os.environ.get(SECRET)
    if not secret:
        logger.warning("%s is not set: links and sessions end with a restart.", SECRET)
    return secret or secrets.token_urlsafe(32)


class SignedLinks:
    """Tokens that only the holder of the secret can make; nothing is stored."""

    def __init__(self, secret: str) -> None:
        self._signer = URLSafeTimedSerializer(secret, salt="sojourn.calendar")

    def token(self, content: dict[str, Any]) -> str:
        """The content (JSON), signed: letters, digits and ``-_.``."""
        return str(self._signer.dumps(content))

    def read(self, token: str) -> tuple[dict[str, Any], dt.datetime]:
        """The content of a token, and the moment at which it was signed (UTC).

        Raises:
            SignatureExpired: it was good, seven days ago or longer.
            BadData: it was not made here, or not with this secret.
        """
        content, signed_at = self._signer.loads(
            token, max_age=int(LIFETIME.total_seconds()), return_timestamp=True
        )
        return content, signed_at
