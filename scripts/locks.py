"""The locks in .ci/locks: every distribution that is installed, its version, and the hashes of its wheels.

`.ci/lock` writes them; .ci/run and scripts/bundle_offline.py install nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

LOCKS = Path(__file__).resolve().parent.parent / ".ci" / "locks"
_PIN = re.compile(
    r"(?P<name>[a-z0-9][a-z0-9.-]*)(?:\[[^]]*\])?==(?P<version>[^\s;]+)(?:\s*;\s*(?P<marker>.+))?"
)


class Pin(NamedTuple):
    """One locked distribution; `marker` says where it is needed, empty for everywhere."""

    name: str
    version: str
    marker: str
    hashes: tuple[str, ...]

    def line(self) -> str:
        """As a requirement that pip checks, without its marker."""
        return " ".join((f"{self.name}=={self.version}", *(f"--hash={each}" for each in self.hashes)))


def pins(lock: str) -> dict[str, Pin]:
    """Name → pin of a lock, dev or bundle for example. Raises ValueError for a line that is no pin."""
    return {pin.name: pin for pin in _pins((LOCKS / f"{lock}.txt").read_text("utf-8"))}


def _pins(text: str) -> Iterator[Pin]:
    for line in text.replace("\\\n", " ").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        pinned, *hashes = line.split(" --hash=")
        match = _PIN.fullmatch(pinned.strip())
        if match is None or not hashes:
            raise ValueError(line)
        yield Pin(
            match["name"], match["version"], (match["marker"] or "").strip(), tuple(map(str.strip, hashes))
        )
