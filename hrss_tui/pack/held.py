"""A file that is kept open and read where it is asked for, a page at a time: never mapped.

A mapped file that somebody truncates ends the process (SIGBUS); one that is overwritten in place gives the bytes of
two files. Here every page that is fetched is followed by a look at the file (a change before that may be in the page):
where size or time of change are not those it was opened with, that is a `PackError` which says so. Who writes may set
the time of change back, but not that of the status, which other things change too: those are told apart.
"""

from __future__ import annotations

import os
from threading import Lock

from hrss_tui.errors import PackError
from hrss_tui.words import phrase

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Final

PAGE: Final = 2**16
_KEPT: Final = 256
"""Pages that are kept: 16 MiB."""


class HeldFile:
    """The bytes of an open file: `held[at]`, `held[start:end]`, `len(held)`, as of a `bytes`."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._file = open(path, "rb", buffering=0)  # noqa: PTH123, SIM115 - closed with this object
        self._status = os.fstat(self._file.fileno())
        self._size = self._status.st_size
        self._pages: dict[int, bytes] = {}
        self._lock = Lock()

    def __del__(self) -> None:
        file = getattr(self, "_file", None)
        if file is not None:
            file.close()

    def __len__(self) -> int:
        return self._size

    def __getitem__(self, where: int | slice) -> Any:
        """One byte, or a copy of a stretch; beyond the end as of a `bytes`. Raises PackError where the file changed."""
        if isinstance(where, int):
            if not 0 <= where < self._size:
                raise IndexError(where)
            return self._page(where // PAGE)[where % PAGE]
        start, end, step = where.indices(self._size)
        if step != 1:
            raise ValueError(where)
        first, last = start // PAGE, (max(start, end - 1)) // PAGE
        if first == last:
            base = first * PAGE
            return self._page(first)[start - base : max(start, end) - base] if end > start else b""
        return self._read(start, end)

    def _page(self, number: int) -> bytes:
        page = self._pages.get(number)
        if page is None:
            page = self._read(number * PAGE, min(self._size, (number + 1) * PAGE))
            if len(self._pages) >= _KEPT:
                self._pages.clear()
            self._pages[number] = page
        return page

    def _read(self, start: int, end: int) -> bytes:
        with self._lock:
            self._file.seek(start)
            parts, left = [], end - start
            while left > 0 and (part := self._file.read(left)):
                parts.append(part)
                left -= len(part)
            if left or not self._is_unchanged(os.fstat(self._file.fileno())):
                raise self._changed()
        return b"".join(parts)

    def _is_unchanged(self, now: os.stat_result) -> bool:
        """Whether a status is that of the file as it was opened; one that something else explains holds from then on."""
        before = self._status
        if (now.st_size, now.st_mtime_ns) != (before.st_size, before.st_mtime_ns):
            return False
        if now.st_ctime_ns == before.st_ctime_ns:
            return True
        explained = _told(now) != _told(before) or not self._is_at_path(now)
        if explained:
            self._status = now
        return explained

    def _is_at_path(self, status: os.stat_result) -> bool:
        """Whether the open file still stands at its path: it was not renamed."""
        try:
            found = os.stat(self._path)  # noqa: PTH116
        except OSError:
            return False
        return (found.st_dev, found.st_ino) == (status.st_dev, status.st_ino)

    def _changed(self) -> PackError:
        return PackError(phrase("pack.changed", path=self._path), phrase("pack.changed.hint"))


def _told(status: os.stat_result) -> tuple[int, ...]:
    """What changes the time of the status beside what is in a file: its links, its rights, its owner."""
    return status.st_nlink, status.st_mode, status.st_uid, status.st_gid
