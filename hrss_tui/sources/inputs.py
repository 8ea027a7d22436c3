"""Which files a person means by a folder, a file or an archive."""

from __future__ import annotations

import io
import os
import zipfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path, PurePosixPath

from hrss_tui.errors import SourceError
from hrss_tui.plain import substituted
from hrss_tui.sources.decode import read_bytes, shown_name
from hrss_tui.sources.formats.limits import Limits
from hrss_tui.sources.formats.zipped import DAMAGE
from hrss_tui.words import phrase

SUFFIXES = (
    ".txt", ".text", ".md", ".markdown", ".csv", ".tsv", ".pdf", ".html", ".htm", ".shtml", ".xhtml", ".mht",
    ".mhtml", ".docx", ".docm", ".doc", ".xlsx", ".xlsm", ".xls", ".wps", ".et",
)  # fmt: skip
"""Names of files that a folder is searched for; what a file is, its content says."""
ARCHIVE = ".zip"
_ZIP = b"PK"
_ENCRYPTED = 1
"""The flag of an encrypted file of an archive."""
_MOST = 100_000
"""Files of a folder, and of an archive a tenth of it."""
_MANIFEST, _INDEX = "manifest.toml", ".search"
_OURS = (_MANIFEST, ".msgpack", ".msgpack.gz", _INDEX)
"""Ends of names of files beside the sources that are no sources."""
_NOT_MEANT = (".", "~$")
"""Beginnings of names of hidden files, and of those that programs leave while a file is open."""


def source_paths(folder: Path, recursive: bool = False) -> list[Path]:
    """The files of a folder that may be sources, and archives, by name; last the folders in it that cannot be looked into.

    Whoever reads one of those is told why it cannot be. Raises SourceError where there is none.
    """
    if not folder.is_dir():
        key = "source.no_file" if folder.exists() else "source.no_folder"
        raise SourceError(phrase(key, name=folder), phrase("source.no_folder.hint"))
    closed: list[Path] = []
    paths = sorted(path for path in _files(folder, recursive, closed.append) if _is_meant(path.name))
    paths += sorted(closed)
    if not paths:
        raise SourceError(
            phrase("source.none", name=folder, suffixes=" ".join(SUFFIXES)), phrase("source.none.hint")
        )
    return paths


def passed_over(folder: Path, recursive: bool = False) -> tuple[list[str], int]:
    """What of a folder is not read, for a person to be told: names of files of other kinds, and how many folders.

    Hidden files, the manifest and packages that were made here are not named.
    """
    if not folder.is_dir():
        return [], 0
    below = (
        0 if recursive else sum(path.is_dir() and not path.name.startswith(".") for path in folder.iterdir())
    )
    return _others(path.name for path in _files(folder, recursive) if not path.is_dir()), below


def _files(
    folder: Path, recursive: bool, closed: Callable[[Path], object] = lambda _: None
) -> Iterator[Path]:
    """The files of a folder; `closed` hears of folders in it that cannot be looked into."""
    if not recursive:
        yield from folder.iterdir()
        return
    count = 0
    for place, _, names in os.walk(folder, onerror=lambda error: closed(Path(error.filename))):
        count += len(names)
        if count > _MOST:
            raise SourceError(phrase("source.many_files", name=folder), phrase("source.too_large.hint"))
        yield from (Path(place, name) for name in names)


def _is_meant(name: str) -> bool:
    return name.lower().endswith((*SUFFIXES, ARCHIVE)) and not name.startswith(_NOT_MEANT)


def _is_aside(name: str) -> bool:
    return name.startswith(_NOT_MEANT) or name.lower().endswith(_OURS)


def is_beside(path: Path) -> bool:
    """Does a file stand beside sources, and is none: a manifest, an index? `*` in a shell names it with them."""
    return path.name == _MANIFEST or path.name.endswith(_INDEX)


def is_archive(path: Path) -> bool:
    """Is a file taken for an archive of sources? One of another kind that is only called so is read as what it is."""
    if path.suffix.lower() != ARCHIVE or not path.is_file():
        return False
    try:
        with path.open("rb") as file:
            return file.read(len(_ZIP)) == _ZIP or zipfile.is_zipfile(path)
    except OSError:
        return False


def unpacked(path: Path, into: Path, limits: Limits) -> tuple[list[Path], list[SourceError]]:
    """The sources of an archive as files below a folder, by name, in whatever order it holds them; and what is wrong with others.

    Raises SourceError for what is no such archive: a damaged or encrypted file in it costs no other one.

    An archive inside it is a file like others here; whoever reads it is told that it is a ZIP and is to be unpacked.
    """
    name = shown_name(path)
    data = read_bytes(path, limits)
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except DAMAGE as error:
        raise _damaged(name, "ZIP") from error
    with archive:
        found = list(_extracted(archive, into, name, limits))
    files = [one for one in found if isinstance(one, Path)]
    return files, [one for one in found if isinstance(one, SourceError)]


def _damaged(name: str, what: str) -> SourceError:
    return SourceError(phrase("source.damaged", name=name, what=what), phrase("source.damaged.hint"))


def _encrypted(name: str) -> SourceError:
    return SourceError(phrase("source.encrypted", name=name), phrase("source.encrypted.hint"))


def unread_members(path: Path) -> tuple[list[str], bool]:
    """Names of files in an archive that are of no kind that is read, and whether there is a manifest, which is not heard there."""
    names = members(path)
    return _others(names), _MANIFEST in names


def _others(names: Iterable[str]) -> list[str]:
    """The names of files that are neither sources nor stand aside of them, in order."""
    return sorted(name for name in names if not (_is_meant(name) or _is_aside(name)))


def members(path: Path) -> list[str]:
    """The names of the files in an archive, as sources of it are called; none where it is no archive that can be read."""
    try:
        with zipfile.ZipFile(path) as archive:
            return [_member(info).name for info in archive.infolist()[:_MOST] if not info.is_dir()]
    except DAMAGE:
        return []


def _extracted(
    archive: zipfile.ZipFile, into: Path, name: str, limits: Limits
) -> Iterator[Path | SourceError]:
    left = limits.unpacked
    meant = [info for info in archive.infolist() if not info.is_dir() and _is_meant(_member(info).name)]
    infos = sorted(meant, key=lambda info: (_member(info).name, _member(info)))
    if not infos and not _others(_member(info).name for info in archive.infolist() if not info.is_dir()):
        raise SourceError(
            phrase("source.none", name=name, suffixes=" ".join(SUFFIXES)), phrase("source.none.hint")
        )
    if len(infos) > _MOST // 10:
        raise SourceError(phrase("source.many_parts", name=name), phrase("source.unzip"))
    if infos and all(info.flag_bits & _ENCRYPTED for info in infos):
        raise _encrypted(name)
    for number, info in enumerate(infos):
        member = _member(info)
        if info.flag_bits & _ENCRYPTED:
            yield _encrypted(f"{name}/{member.name}")
            continue
        left -= info.file_size
        if left < 0:
            what = phrase("source.bomb", name=name, size=limits.unpacked // 2**20)
            raise SourceError(what, phrase("source.unzip"))
        try:
            data = archive.read(info)
        except DAMAGE:
            yield _damaged(name, member.name)
            continue
        place = into / f"{number:05}"
        place.mkdir()
        target = place / member.name
        target.write_bytes(data)
        yield target


def _member(info: zipfile.ZipInfo) -> PurePosixPath:
    """The name of a member: old programs write it in the encoding of their system and say nothing of it."""
    name = info.filename
    if not info.flag_bits & 0x800:
        raw = name.encode("cp437", "replace")
        for encoding in ("utf-8", "gb18030"):
            try:
                name = raw.decode(encoding)
                break
            except UnicodeDecodeError:
                continue
    path = PurePosixPath(substituted(name.replace("\\", "/")))
    return path.with_name(_short(path.name)) if path.name else path


def _short(name: str) -> str:
    """A name that every file system takes: its end is kept."""
    return name if len(name.encode()) <= 200 else name[-60:]
