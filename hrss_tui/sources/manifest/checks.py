"""What a manifest may say: a mistake in it would otherwise end up in every record, or be passed over in silence."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, Final

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.plain import UNSAFE
from hrss_tui.reference.places import NATION, places
from hrss_tui.sources.manifest.said import Manifest
from hrss_tui.words import Phrase, phrase

KINDS: Final = ("budget", "bulletin", "report", "plan", "article", "interview", "other")
_LONGEST: Final = 2000
"""Characters of any text: a licence has a few hundred."""
_SHOWN: Final = 40
_MAY_BE_EMPTY: Final = frozenset(("title_en", "licence", "homepage"))
"""What of a package may be left unsaid; any other text that is blank would be shown as a name."""
_ID: Final = re.compile(r"""(?!-|package$)[^\s:/?,#&=|"'\\]{1,100}""")
"""An id stands in view strings, filters and before the line of a record; `package` is what `cite` calls the package."""
_VERSION: Final = re.compile(r"\d{1,9}\.\d{1,9}\.\d{1,9}", re.ASCII)
_DATE: Final = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)


def faults(manifest: Manifest) -> Iterator[Phrase]:
    """What is wrong with values of the right type, each with its place as the reader of types names it."""
    package = msgspec.to_builtins(manifest.package)
    named_by = {f"contributors[{index}]": name for index, name in enumerate(package.pop("contributors"))}
    yield from _texts("package", package | named_by)
    yield from _wrong("package.version", package["version"], _VERSION.fullmatch(package["version"]))
    yield from _dates("package.created", package["created"], 1)
    named: set[str] = set()
    for number, source in enumerate(manifest.sources):
        place = f"sources[{number}]"
        yield from _wrong(f"{place}.file", source.file, source.file not in named)
        named.add(source.file)
        for index, part in enumerate(source.parts):
            yield from _wrong(f"{place}.parts[{index}]", part, part not in named)
            named.add(part)
        for index, document in enumerate(source.documents):
            yield from _document(f"{place}.documents[{index}]", msgspec.to_builtins(document))


def _document(place: str, said: dict[str, Any]) -> Iterator[Phrase]:
    yield from _texts(place, said)
    if said["id"] is not None:
        yield from _wrong(f"{place}.id", said["id"], _ID.fullmatch(said["id"]))
    if said["kind"] is not None:
        yield from _wrong(f"{place}.kind", said["kind"], said["kind"] in KINDS)
    if said["place"] is not None:
        known = said["place"] == NATION or said["place"] in places()
        yield from _wrong(f"{place}.place", said["place"], known)
    yield from _dates(f"{place}.date", said["date"], 1)
    yield from _dates(f"{place}.period", said["period"], 2)


def _texts(place: str, said: dict[str, Any]) -> Iterator[Phrase]:
    for name, text in said.items():
        empty = text is not None and not text.strip() and (bool(text) or name not in _MAY_BE_EMPTY)
        sane = text is None or (len(text) <= _LONGEST and not UNSAFE.search(text) and not empty)
        yield from _wrong(f"{place}.{name}", text, sane)


def _dates(place: str, text: str | None, most: int) -> Iterator[Phrase]:
    """At most so many days, months or years, the earlier first, with a slash between them."""
    if text is not None:
        parts = text.split("/")
        fit = len(parts) <= most and all(map(_is_date, parts))
        exact = min(len(parts[0]), len(parts[-1]))  # 2031-05/2031 ends with its year
        yield from _wrong(place, text, fit and parts[0][:exact] <= parts[-1][:exact])


def _is_date(text: str) -> bool:
    match = _DATE.fullmatch(text)
    if match is None:
        return False
    try:
        date(*(int(part or 1) for part in match.groups()))
    except ValueError:
        return False
    return True


def _wrong(place: str, value: str, right: object) -> Iterator[Phrase]:
    if not right:
        shown = value if len(value) <= _SHOWN else f"{value[:_SHOWN]}…"
        yield phrase("source.manifest.value", place=place, value=shown)
