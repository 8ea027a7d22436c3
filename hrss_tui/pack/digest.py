"""SHA-256 without hashlib: loading OpenSSL takes longer than hashing what a command reads of a small package."""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

LARGE: Final = 2**20
"""Bytes from which OpenSSL, four times as fast, has made up for the time it takes to load."""


def sha256_hex(data: bytes | memoryview) -> str:
    """The digest as hashlib gives it."""
    if len(data) < LARGE and "hashlib" not in sys.modules:
        try:
            return _own(data)
        except ImportError:
            pass  # a Python without hashes of its own
    from hashlib import sha256

    return sha256(data).hexdigest()


def _own(data: bytes | memoryview) -> str:
    """By the module of Python itself, whose name depends on the version. Raises ImportError."""
    if sys.version_info >= (3, 12):
        from _sha2 import sha256
    else:
        from _sha256 import sha256  # type: ignore[import-not-found, unused-ignore]
    digest: str = sha256(data).hexdigest()
    return digest
