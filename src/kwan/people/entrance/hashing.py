"""How secrets are kept: a PIN by a slow hash, a long random token by a quick one, an address so that nobody reads it."""

import hashlib
import hmac
import secrets
from typing import Final

from django.conf import settings
from django.contrib.auth.hashers import check_password, make_password

from kwan.people.rules.pins import DIGITS, is_easily_guessed

TOKEN_BYTES: Final = 24  # 192 bits: nobody guesses one, so it needs neither salt nor a slow hash


def new_token() -> str:
    """Return a secret for a phone, a card or a link."""
    return secrets.token_urlsafe(TOKEN_BYTES)


def of_token(token: str) -> str:
    """Return what the database keeps of a token."""
    return hashlib.sha256(token.encode()).hexdigest()


def of_address(address: str) -> str:
    """Return what the database keeps of an address: the same each time, and nothing without the key."""
    return _keyed(f"address:{address}")


def of_pin(pin: str) -> str:
    """Return what the database keeps of a PIN, peppered with a key that is not in the database."""
    return make_password(_keyed(f"pin:{pin}"))


def is_pin(pin: str, kept: str) -> bool:
    """Return whether this is the PIN of which `kept` was kept."""
    return check_password(_keyed(f"pin:{pin}"), kept)


def start_pin() -> str:
    """Return six digits by chance, to be changed at the first opening."""
    while is_easily_guessed(pin := f"{secrets.randbelow(10**DIGITS):0{DIGITS}}"):
        pass
    return pin


def _keyed(text: str) -> str:
    return hmac.new(settings.PIN_KEY.encode(), text.encode(), hashlib.sha256).hexdigest()
