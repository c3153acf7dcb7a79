"""The form of a copy: its parts, what its first page tells, and how what is personal is locked in it."""

import hmac
import os
import re
from hashlib import sha256
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from kwan.journal import seals

FORMAT: Final = 1
MANIFEST: Final = "manifest.json"
MARK: Final = "manifest.hmac"
TABLES: Final = "tables/"
FILES: Final = "files/"
PICTURES: Final = "pictures/"
A_PICTURE: Final = re.compile(
    r"pictures/([0-9a-f]{64})\.jpg", re.ASCII
)  # called by the SHA-256 of what is in it
# Files of the data folder that belong to the books: heads that were printed, erasures, what was answered of columns and rows.
BESIDE: Final = ("witnesses.txt", "erasures.jsonl", "mappings.json", "mends.json")
NONCE_BYTES: Final = 12


def locked(name: str, data: bytes) -> bytes:
    """Return a part's bytes as only this installation can read them; `name` cannot be exchanged for another."""
    nonce = os.urandom(NONCE_BYTES)
    return nonce + AESGCM(_key(b"copies")).encrypt(nonce, data, name.encode())


def unlocked(name: str, data: bytes) -> bytes:
    """Return what `locked` was given. Raise ValueError for another key or changed bytes."""
    try:
        return AESGCM(_key(b"copies")).decrypt(data[:NONCE_BYTES], data[NONCE_BYTES:], name.encode())
    except InvalidTag as error:
        raise ValueError("this part does not open with the key of this installation") from error


def mark(manifest: bytes) -> str:
    """Return the keyed hash that says: this first page was written by this installation (64 hex digits)."""
    return hmac.new(_key(b"manifest"), manifest, sha256).hexdigest()


def key_mark() -> str:
    """Return by what an installation's key is known without being told (16 hex digits)."""
    return hmac.new(_key(b"which key"), b"", sha256).hexdigest()[:16]


def _key(purpose: bytes) -> bytes:
    return hmac.new(seals.installation_key(), b"kwan backup " + purpose, sha256).digest()
