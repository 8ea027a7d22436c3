"""Small files that people write or that lie about: settings, the last view, a manifest.

Only a regular file is read, and never more than a bound: a pipe does not hold the program up, a device does not fill it.
"""

from __future__ import annotations

import os
import stat

from hrss_tui.words import phrase

_MARK = b"\xef\xbb\xbf"


class UnfitFileError(ValueError):
    """What stands at a path is no regular file, or larger than such a file may be; its text says so."""


def read_small(path: str | os.PathLike[str], most: int) -> bytes:
    """The bytes of a regular file of at most `most` bytes, without the mark that editors of Windows put before a text.

    Raises UnfitFileError, and OSError where it cannot be read.
    """
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, flags), "rb") as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise UnfitFileError(phrase("pack.no_file", name=os.path.basename(path)))  # noqa: PTH119
        data = file.read(most + 1)
    if len(data) > most:
        raise UnfitFileError(phrase("small.too_large", size=most // 2**10))
    return data.removeprefix(_MARK)
