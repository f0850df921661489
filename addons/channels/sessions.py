"""Conversations of the web channel: named and signed here, so nobody can guess or pick one."""

from __future__ import annotations

import datetime as dt
import secrets

from itsdangerous import BadSignature, TimestampSigner

from addons.channels.incoming import BadRequest

LIFETIME = dt.timedelta(days=30)
"""As long as a conversation may be kept."""
PREFIX = "web:"


class NoSession(BadRequest):
    """What was given is no session of ours, or an old one; the page opens another."""


class Sessions:
    """Opens sessions and knows them again by their signature; nothing is stored."""

    def __init__(self, secret: str) -> None:
        self._signer = TimestampSigner(secret, salt="sojourn.session")

    def open(self) -> str:
        """A new session: 128 random bits and the signature, in ``A-Z a-z 0-9 _ . -``."""
        return self._signer.sign(secrets.token_hex(16)).decode()

    def conversation(self, session: object) -> str:
        """The conversation of a session, as Rasa knows it.

        Raises:
            NoSession: it is forged, foreign, expired or missing.
        """
        try:
            if not isinstance(session, str):
                raise BadSignature("no text")
            name = self._signer.unsign(session, max_age=int(LIFETIME.total_seconds()))
        except (BadSignature, UnicodeError) as error:
            raise NoSession(
                "'sender' must be a session that POST session of this channel has opened."
            ) from error
        return f"{PREFIX}{name.decode()}"
