"""What a zip that is damaged, or packed in a way that is not known here, raises when it is opened or a member read."""

from __future__ import annotations

import zipfile
import zlib

try:
    from lzma import LZMAError
except ImportError:  # a Python that was built without it cannot unpack such members, and says so itself
    LZMAError = zlib.error  # type: ignore[misc,assignment]

DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    LZMAError,
    EOFError,
    OSError,
    ValueError,
    NotImplementedError,
    RuntimeError,
)
"""bzip2 has no errors of its own: it raises OSError."""
