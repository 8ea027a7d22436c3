"""Opening the package in a thread of its own, while the toolkit is imported and the frame is painted.

A small package is open before there is a frame, and then its figures are in the first one. A large one does not
keep the frame waiting.
"""

from __future__ import annotations

from threading import Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hrss_tui.pack.open import LightPack
    from hrss_tui.pack.read import Pack
    from hrss_tui.tui.desk.glance import Glance


class Opening:
    """A package that is being opened; what went wrong is raised where it is asked for."""

    def __init__(self, path: str | None) -> None:
        self._path = path
        self._package: LightPack | Pack | None = None
        self._glance: Glance | None = None
        self._error: Exception | None = None
        self._thread = Thread(target=self._open, name="opening", daemon=True)
        self._thread.start()

    def _open(self) -> None:
        from hrss_tui.pack.open import open_light
        from hrss_tui.tui.desk.glance import glance

        try:
            self._package = open_light(self._path)
            self._glance = glance(self._package)
        except Exception as error:  # noqa: BLE001 - raised by `glance` in the thread that wants it
            self._error = error

    @property
    def ready(self) -> bool:
        """Whether there is something to show at once."""
        return self._glance is not None

    def glance(self) -> Glance:
        """What the first paint shows; waits for it. Raises PackError."""
        self._thread.join()
        if self._error is not None:
            raise self._error
        assert self._glance is not None
        return self._glance

    def pack(self) -> Pack:
        """The same bytes in the hands of the thorough reader. Raises PackError."""
        from hrss_tui.pack.open import LightPack
        from hrss_tui.pack.read import open_pack

        self.glance()
        package, self._package = self._package, None  # its bytes and columns need not be kept twice
        if isinstance(package, LightPack):
            return package.thorough()
        return package if package is not None else open_pack(self._path)
