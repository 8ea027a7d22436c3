"""What `manifest.toml` beside the sources says of them: only what their own text lacks."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Final

import msgspec

from hrss_tui.errors import SourceError
from hrss_tui.small_files import read_small
from hrss_tui.sources.manifest.checks import faults
from hrss_tui.sources.manifest.said import Manifest
from hrss_tui.words import Phrase, phrase

FILE_NAME = "manifest.toml"
_MOST: Final = 32 * 2**20
"""Bytes of a manifest; a document takes some hundred."""


def read_manifest(folder: Path) -> Manifest:
    """The manifest of a folder, empty where there is none. Raises SourceError naming file and place."""
    path = folder / FILE_NAME
    if not path.exists() and not path.is_symlink():
        return Manifest()
    try:
        manifest = msgspec.convert(tomllib.loads(_text(path)), Manifest)
    except OSError as error:
        raise _faulty(error.strerror or str(error)) from error
    except (tomllib.TOMLDecodeError, msgspec.ValidationError, ValueError, RecursionError) as error:
        raise _faulty(str(error)) from error
    for fault in faults(manifest):
        raise _faulty(fault)
    return manifest


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
