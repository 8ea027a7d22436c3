"""Small files that people write or that lie about: settings, the last view, a manifest.

Only a regular file is read, and never more than a bound: a pipe does not hold the program up, a device does not fill it.
"""

from __future__ import annotations

import os
import stat
from typing import Any

from hrss_tui.words import phrase

_MARK = b"\xef\xbb\xbf"
_MOST_WORK = 10**8
"""The sum of the squares of the points of each line: half a second of the library's."""


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


def toml_of(text: str) -> dict[str, Any]:
    """What such a file says, if it is TOML. Raises ValueError and RecursionError.

    A name of many parts takes the library the square of their number: what would keep it long is refused before it sees it.
    """
    import tomllib

    if sum(line.count(".") ** 2 for line in text.split("\n")) > _MOST_WORK:
        raise ValueError("Too many parts of a name")
    return tomllib.loads(text)
