"""Where an export goes: written under a temporary name and renamed, never over what is there unless told so.

A reader sees the file of before or the whole new one. A folder is filled file by file; what else lies in it is
left alone.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from hrss_tui.errors import UsageError
from hrss_tui.pack.place import place_of
from hrss_tui.why import refused
from hrss_tui.words import phrase


@contextmanager
def new_file(path: Path, force: bool, read: str | None = None) -> Iterator[Path]:
    """A temporary path beside `path` that becomes `path` when the block ends without an error.

    Raises UsageError where `path` exists and `force` is not given, where it is the package `read` that is being read,
    whatever is given, or where it cannot be written.
    """
    place = _place(path)
    _spared(path, read)
    with _workshop(place.parent, place.name) as folder:
        draft = folder / place.name
        if place.exists() and not force:
            raise _exists(path)
        yield draft
        if place.exists() and not force:  # somebody else was quicker
            raise _exists(path)
        draft.replace(place)


@contextmanager
def new_folder(path: Path, force: bool, last: str = "", read: str | None = None) -> Iterator[Path]:
    """A temporary folder whose files move to the folder `path` when the block ends without an error.

    `last` names the file that moves after all others: it says that the rest is complete.
    """
    with _workshop(path.parent, path.name) as folder:
        if path.exists() and not path.is_dir():
            raise _exists(path)
        yield folder
        drafts = sorted(folder.iterdir(), key=lambda draft: (draft.name == last, draft.name))
        taken = [path / draft.name for draft in drafts if (path / draft.name).exists()]
        if taken and not force:
            raise _exists(taken[0])
        for place in taken:
            place_of(place)
            _spared(place, read)
        path.mkdir(exist_ok=True)
        for draft in drafts:
            draft.replace(place_of(path / draft.name))


@contextmanager
def _workshop(parent: Path, name: str) -> Iterator[Path]:
    """A folder for drafts on the same file system as the result; gone afterwards, whatever happened.

    So are the folders above it that were made for a result that did not come.
    """
    folder = None
    made = [place for place in (parent, *parent.parents) if not place.exists()]
    try:
        parent.mkdir(parents=True, exist_ok=True)
        folder = Path(tempfile.mkdtemp(prefix=f".{name[:50]}.", suffix=".tmp", dir=parent))
        yield folder
    except OSError as error:
        raise unwritable(parent / name, error) from error
    finally:
        if folder is not None:
            shutil.rmtree(folder, ignore_errors=True)
        for place in made:
            with suppress(OSError):  # what holds the result stays
                place.rmdir()


def _place(path: Path) -> Path:
    try:
        return place_of(path)
    except OSError as error:
        raise unwritable(path, error) from error


def _spared(path: Path, read: str | None) -> None:
    """Raise UsageError for the package that is being read: nothing can bring it back."""
    with suppress(OSError):  # what is not there is not the package
        if read is not None and path.samefile(read):
            raise UsageError(phrase("error.is_read", path=path), phrase("error.cannot_write.hint"))


def unwritable(path: Path, error: OSError) -> UsageError:
    """What is said of a place that cannot be written."""
    what = phrase("error.cannot_write", path=path, what=refused(error))
    return UsageError(what, phrase("error.cannot_write.hint"))


def _exists(path: Path) -> UsageError:
    return UsageError(phrase("error.exists", path=path), phrase("error.exists.hint"))
