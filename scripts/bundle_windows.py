"""A folder that runs on Windows where no Python is: the embeddable CPython of python.org, and the program in it.

The zip (`python-3.X.Y-embed-amd64.zip`) cannot be fetched by pip: whoever makes the bundle gives the file. Which versions
are taken, and by what hash, is locked in .ci/locks/windows-python.toml; any other file is refused. It goes in as it is, but for its
`._pth`, which then names the folder of the libraries as well. Wheels are unpacked; what they would install beside the
libraries (scripts, manual pages) is left out.
"""

from __future__ import annotations

import hashlib
import io
import re
import tomllib
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from scripts.locks import LOCKS

LAUNCHER = '@"%~dp0python\\python.exe" -m hrss_tui %*\r\n'
"""The embeddable Python is isolated by its `._pth`: nothing of the machine's Python, nothing of its environment is used."""
SITE = "Lib/site-packages"
_NAME = re.compile(r"python-(3\.\d+\.\d+)-embed-amd64\.zip")
_PLACES = ("purelib", "platlib")


class UnfitPythonError(ValueError):
    """A file that is not the embeddable Python it is said to be; its text says why."""


class Embeddable(NamedTuple):
    """An embeddable Python: its file's name and hash (sha512:…), its version, and its files by name."""

    name: str
    hash: str
    version: str
    files: dict[str, bytes]

    @property
    def series(self) -> str:
        """The version without its last part: 3.13."""
        return self.version.rpartition(".")[0]


class Locked(NamedTuple):
    """A version that is taken: its hash with the kind of it (sha512:…), and where that was read."""

    hash: str
    pinned: tuple[str, ...]


def locked() -> dict[str, Locked]:
    """Version → what is locked of it."""
    held = tomllib.loads((LOCKS / "windows-python.toml").read_text("utf-8"))["python"]
    return {one["version"]: Locked(one["hash"], tuple(one["pinned"])) for one in held}


def embeddable(path: Path, lock: Mapping[str, Locked]) -> Embeddable:
    """Read the zip. Raises UnfitPythonError where it is not the one that is locked under its version, and OSError."""
    named = _NAME.fullmatch(path.name)
    if named is None or named[1] not in lock:
        raise UnfitPythonError(
            f"{path.name}: python-X.Y.Z-embed-amd64.zip of python.org is needed, of {', '.join(lock)}"
        )
    data, wanted = path.read_bytes(), lock[named[1]].hash
    kind = wanted.partition(":")[0]
    found = f"{kind}:{hashlib.new(kind, data).hexdigest()}"
    if found != wanted:
        raise UnfitPythonError(f"{path.name}: its hash is {found}, not {wanted}")
    files = dict(_members(data, path.name))
    short = f"python{named[1].rpartition('.')[0].replace('.', '')}"
    lacking = [
        name
        for name in ("python.exe", f"{short}.dll", f"{short}.zip", f"{short}._pth", "LICENSE.txt")
        if name not in files
    ]
    if lacking:
        raise UnfitPythonError(f"{path.name}: {', '.join(lacking)} is not in it")
    return Embeddable(path.name, found, named[1], files)


def _members(data: bytes, name: str) -> Iterable[tuple[str, bytes]]:
    """The files of a zip by their names."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            for info in file.infolist():
                if not info.is_dir():
                    yield info.filename, file.read(info)
    except zipfile.BadZipFile as error:
        raise UnfitPythonError(f"{name}: no zip") from error


def whole(python: Embeddable, wheels: Iterable[Path]) -> dict[str, bytes]:
    """Path in the archive → bytes: the interpreter with the libraries, and the launcher."""
    own = dict(python.files)
    own[f"python{python.series.replace('.', '')}._pth"] = _paths(python.series)
    own["SOURCES.txt"] = (
        f"{python.name}, https://www.python.org/ftp/python/{python.version}/{python.name}\n{python.hash}\n".encode()
    )
    libraries = {f"{SITE}/{name}": data for wheel in wheels for name, data in unpacked(wheel)}
    files = {f"python/{_inside(name)}": data for name, data in (own | libraries).items()}
    files["hrss-tui.cmd"] = LAUNCHER.encode()
    return files


def _paths(series: str) -> bytes:
    """Where this Python looks for modules: its own library, its extensions, the libraries of the program."""
    return f"python{series.replace('.', '')}.zip\r\n.\r\n{SITE}\r\n".encode()


def unpacked(wheel: Path) -> Iterable[tuple[str, bytes]]:
    """Path among the libraries → bytes of all that a wheel holds for them."""
    for name, data in _members(wheel.read_bytes(), wheel.name):
        head, _, rest = name.partition("/")
        if not head.endswith(".data"):
            yield name, data
        elif rest.partition("/")[0] in _PLACES:
            yield rest.partition("/")[2], data


def _inside(name: str) -> str:
    """A path that stays in the folder. Raises UnfitPythonError for any other."""
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or "\\" in name or ":" in name:
        raise UnfitPythonError(f"{name!r} does not stay in the folder")
    return str(path)
