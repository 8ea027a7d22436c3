"""What `manifest.toml` beside the sources says of them: only what their own text lacks."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Final

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.errors import SourceError
from hrss_tui.small_files import read_small, toml_of
from hrss_tui.sources.manifest.checks import faults
from hrss_tui.sources.manifest.said import DocumentInfo, Manifest, PackageInfo, SourceInfo
from hrss_tui.why import why
from hrss_tui.words import Phrase, phrase

FILE_NAME = "manifest.toml"
_MOST: Final = 32 * 2**20
"""Bytes of a manifest; a document takes some hundred."""

_PLACE: Final = re.compile(r"at `\$([^`]{0,200})`")
_UNKNOWN: Final = re.compile(r"unknown field `([^`]{0,200})`")
_EXPECTED: Final = re.compile(r"Expected `str(?: \| null)?`, got `([^`]{0,40})`")
_FORMS: Final = (
    (re.compile(r"sources\[[^\]]{0,20}\]\.documents"), DocumentInfo),
    (re.compile("sources"), SourceInfo),
    (re.compile("package"), PackageInfo),
    (re.compile(""), Manifest),
)
"""Beginning of a place of the manifest → what may stand there."""


def has_manifest(folder: Path) -> bool:
    """Does a manifest stand in a folder, whatever it is?"""
    path = folder / FILE_NAME
    return path.exists() or path.is_symlink()


def read_manifest(folder: Path) -> Manifest:
    """The manifest of a folder, empty where there is none. Raises SourceError naming file and place."""
    if not has_manifest(folder):
        return Manifest()
    path = folder / FILE_NAME
    try:
        manifest = msgspec.convert(toml_of(_text(path)), Manifest)
    except OSError as error:
        raise _faulty(why(error)) from error
    except msgspec.ValidationError as error:
        raise _faulty(_unfit(str(error))) from error
    except (ValueError, RecursionError) as error:
        raise _faulty(why(error)) from error
    for fault in faults(manifest):
        raise _faulty(fault)
    return manifest


def _unfit(said: str) -> str:
    """What does not fit the form, in words: a name that there is none of, a day or number without quotes."""
    at = _PLACE.search(said)
    place = at[1].lstrip(".") if at else ""
    unknown, expected = _UNKNOWN.search(said), _EXPECTED.search(said)
    if unknown:
        form = next(form for beginning, form in _FORMS if beginning.match(place))
        names = ", ".join(form.__struct_fields__)
        return phrase(
            "source.manifest.unknown", place=f"{place}: " if place else "", name=unknown[1], names=names
        )
    if expected:
        return phrase("source.manifest.text", place=place, got=expected[1])
    return said


def _text(path: Path) -> str:
    """The manifest as text: no device, no pipe, nothing endless. Raises OSError and ValueError."""
    return read_small(path, _MOST).decode()


def unknown_files(manifest: Manifest, names: Collection[str]) -> Iterator[Phrase]:
    """A note for every file that the manifest describes and the folder does not hold."""
    for source in manifest.sources:
        for file in (source.file, *source.parts):
            if file not in names:
                yield phrase("source.manifest.missing", file=file)


def _faulty(what: str) -> SourceError:
    return SourceError(phrase("source.manifest", name=FILE_NAME, what=what), phrase("source.manifest.hint"))
