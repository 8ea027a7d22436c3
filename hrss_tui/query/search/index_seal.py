"""The seal of an index file: two checksums over all its bytes, in two words of its header that SQLite leaves to us.

A damaged index would answer with wrong counts and say nothing. The seal is looked at when an index is opened: whole,
or, where this very file was found whole before (path, size, times, inode), by what the cache folder remembers.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from stat import S_ISREG
from zlib import adler32, crc32

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

PROGRAM: Final = "hrss-tui"
_PLACES: Final = (60, 68)
"""Where SQLite's header holds `user_version` and `application_id`, four bytes each."""
_WORD: Final = 4
_HEADER: Final = 100
_PART: Final = 2**20


def seal(path: str) -> None:
    """Write the checksums into the file. Raises OSError."""
    words = _checksums(path)
    with open(path, "r+b") as file:  # noqa: PTH123
        for place, word in zip(_PLACES, words, strict=True):
            file.seek(place)
            file.write(word.to_bytes(_WORD, "big"))


def is_whole(path: str) -> bool:
    """Is it a regular file whose bytes are those that were sealed? Raises OSError."""
    status = os.stat(path)  # noqa: PTH116
    if not S_ISREG(status.st_mode):
        return False
    stamp = f"{status.st_size} {status.st_mtime_ns} {status.st_ctime_ns} {status.st_ino} {status.st_dev}"
    memory = _memory(path)
    if memory is not None and _remembered(memory) == stamp:
        return True
    with open(path, "rb") as file:  # noqa: PTH123
        header = file.read(_HEADER)
    written = tuple(int.from_bytes(header[place : place + _WORD], "big") for place in _PLACES)
    whole = len(header) == _HEADER and written == _checksums(path)
    if whole and memory is not None:
        _remember(memory, stamp)
    return whole


def _checksums(path: str) -> tuple[int, int]:
    """Both checksums of the file as it is without its seal."""
    first, second = 0, 1
    with open(path, "rb") as file:  # noqa: PTH123
        header = bytearray(file.read(_HEADER))
        for place in _PLACES:
            header[place : place + _WORD] = bytes(_WORD)
        part = bytes(header)
        while part:
            first, second = crc32(part, first), adler32(part, second)
            part = file.read(_PART)
    return first, second


def _memory(path: str) -> str | None:
    """The file of the cache folder that remembers this index; None where there is no such folder."""
    cache = os.environ.get("XDG_CACHE_HOME", "")
    home = os.environ.get("HOME", "")
    if not os.path.isabs(cache) and sys.platform.startswith("linux") and os.path.isabs(home):  # noqa: PTH117
        cache = os.path.join(home, ".cache")  # noqa: PTH118
    if not os.path.isabs(cache):  # noqa: PTH117
        import platformdirs

        with suppress(OSError, RuntimeError, KeyError):
            cache = os.path.dirname(platformdirs.user_cache_dir(PROGRAM))  # noqa: PTH120
    if not os.path.isabs(cache):  # noqa: PTH117
        return None
    name = os.fsencode(os.path.abspath(path))  # noqa: PTH100
    return os.path.join(cache, PROGRAM, f"index-{crc32(name):08x}{adler32(name):08x}")  # noqa: PTH118


def _remembered(memory: str) -> str:
    with suppress(OSError, ValueError):
        if S_ISREG(os.stat(memory).st_mode):  # noqa: PTH116
            with open(memory, encoding="ascii") as file:  # noqa: PTH123
                return file.read(200)
    return ""


def _remember(memory: str, stamp: str) -> None:
    """Note it for next time, whole or not at all; where that cannot be written the next time takes as long."""
    with suppress(OSError):
        os.makedirs(os.path.dirname(memory), exist_ok=True)  # noqa: PTH103, PTH120
        spare = f"{memory}.{os.getpid()}"
        with open(spare, "w", encoding="ascii") as file:  # noqa: PTH123
            file.write(stamp)
        os.replace(spare, memory)  # noqa: PTH105
