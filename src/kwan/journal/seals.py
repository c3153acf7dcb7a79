"""How texts in seals are locked: one key a member, itself locked with the installation's key.

A member's key deleted makes every text about them unreadable, in the book and in its copies.
"""

import hmac
import os
from base64 import b64decode, b64encode
from hashlib import sha256

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

NONCE_BYTES = 12


def new_key() -> bytes:
    """Return a fresh key for one member (32 bytes)."""
    return AESGCM.generate_key(bit_length=256)


def new_salt() -> str:
    """Return a fresh salt (32 hex digits), to live in the seal alone."""
    return os.urandom(16).hex()


def lock(key: bytes, plain: bytes) -> str:
    """Return the plain bytes locked with this key, as text."""
    nonce = os.urandom(NONCE_BYTES)
    return b64encode(nonce + AESGCM(key).encrypt(nonce, plain, None)).decode()


def unlock(key: bytes, locked: str) -> bytes:
    """Return what `lock` was given. Raise ValueError if the key is another or the text was changed."""
    try:
        raw = b64decode(locked, validate=True)
        return AESGCM(key).decrypt(raw[:NONCE_BYTES], raw[NONCE_BYTES:], None)
    except (InvalidTag, ValueError) as error:
        message = "this seal does not open with its key"
        raise ValueError(message) from error


def installation_key() -> bytes:
    """Return the key that locks the members' keys. It is kept outside the database and outside its backups."""
    return bytes.fromhex(settings.SEAL_KEY)


def command_digest(text: str) -> str:
    """Return a keyed hash of a whole command, seals included; nobody without the key can guess what it covers."""
    return hmac.new(installation_key(), text.encode(), sha256).hexdigest()
