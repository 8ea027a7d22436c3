"""A cited work in the forms that reference lists take: GB/T 7714 of 2025 and of 2015, BibTeX, CSL-JSON.

Marks follow the reference outputs of the standards: 2025 sets Chinese entries with full-width ：，（）and gives
reports their bare date; 2015 sets half-width marks and dates in brackets. What a work lacks is left out together
with its punctuation; nothing stands in for it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, Literal

import msgspec

from hrss_tui import lazy_re as re

Standard = Literal["2025", "2015"]
STANDARDS: Final[tuple[Standard, ...]] = ("2025", "2015")
_TYPESET: Final = re.compile(r"(?<=\d)\s+(?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff])\s+(?=\d)")
"""Gaps between digits and Han characters."""
_NO_KEY: Final = re.compile(r"[^A-Za-z0-9:._-]")


class Work(msgspec.Struct, frozen=True):
    """What is known of a cited work; None and () where the source does not say.

    `kind` is that of the documents table, or "dataset" for a data package. `container` is the newspaper or
    journal; `issued` is ISO 8601; `place` are the parts of the pinpoint from coarse to fine.
    """

    key: str
    kind: str
    title: str
    title_supplied: bool = False
    authors: tuple[str, ...] = ()
    number: str | None = None
    container: str | None = None
    issued: str | None = None
    version: str | None = None
    url: str | None = None
    accessed: str | None = None
    place: tuple[str, ...] = ()


class _Form(msgspec.Struct, frozen=True):
    """How a kind of document is marked: types of 2025 and 2015, BibTeX entry, CSL type."""

    mark: str
    mark_2015: str
    bibtex: str
    csl: str


_REPORT: Final = _Form("R/OL", "R/OL", "techreport", "report")
_FORMS: Final[dict[str, _Form]] = {
    "budget": _REPORT,
    "bulletin": _REPORT,
    "report": _REPORT,
    "plan": _Form("EB/OL", "A/OL", "online", "document"),
    "article": _Form("J", "J", "article", "article-journal"),
    "interview": _Form("N/OL", "N/OL", "newspaper", "article-newspaper"),
    "dataset": _Form("DS", "DS", "dataset", "dataset"),
}
_OTHER: Final = _Form("Z", "Z", "misc", "document")
_DATED_IN_BRACKETS: Final = ("EB/OL", "DS", "DS/OL")


class _Marks(msgspec.Struct, frozen=True):
    colon: str
    comma: str
    brackets: tuple[str, str]
    supplied: tuple[str, str]


_MARKS: Final[dict[Standard, _Marks]] = {
    "2025": _Marks("：", "，", ("（", "）"), ("［", "］")),
    "2015": _Marks(": ", ", ", ("(", ")"), ("[", "]")),
}


def gbt(work: Work, standard: Standard = "2025") -> str:
    """The entry of a reference list, closed by the pinpoint where the work has one."""
    marks = _MARKS[standard]
    mark = _mark(work, standard)
    parts = [marks.comma.join(_at_most_three(work.authors)), f"{_title(work, marks)}[{mark}]"]
    if work.version:
        parts.append(f"V{work.version}")
    parts.append(_publication(work, standard, mark))
    place = marks.comma.join(work.place).replace(_MARKS["2025"].colon, marks.colon)
    parts += [work.url or "", place]
    return ". ".join(part for part in parts if part) + "."


def _mark(work: Work, standard: Standard) -> str:
    form = _FORMS.get(work.kind, _OTHER)
    mark = form.mark if standard == "2025" else form.mark_2015
    return mark if "/" in mark or not work.url else f"{mark}/OL"


def _title(work: Work, marks: _Marks) -> str:
    title = _plain(work.title)
    if work.title_supplied:
        title = marks.supplied[0] + title + marks.supplied[1]
    return marks.colon.join((title, work.number)) if work.number else title


def _publication(work: Work, standard: Standard, mark: str) -> str:
    """Container, date and day of access, as far as they are known."""
    marks = _MARKS[standard]
    bracketed = mark in _DATED_IN_BRACKETS or (standard == "2015" and work.container is None)
    issued = work.issued or ""
    if issued and bracketed:
        issued = marks.brackets[0] + issued + marks.brackets[1]
    if work.accessed and (standard == "2015" or mark in _DATED_IN_BRACKETS):
        issued += f"[{work.accessed}]"
    return marks.comma.join(part for part in (work.container or "", issued) if part)


def _at_most_three(authors: tuple[str, ...]) -> tuple[str, ...]:
    return authors if len(authors) <= 3 else (*authors[:3], "等")


def _plain(title: str) -> str:
    """A title without the gaps of typesetting between digits and Han characters."""
    return _TYPESET.sub("", title)


def bibtex(work: Work) -> str:
    """A BibTeX entry; `mark` and `medium` are the fields of the gbt7714 package and ignored by others."""
    form = _FORMS.get(work.kind, _OTHER)
    mark, _, medium = _mark(work, "2025").partition("/")
    title = f"［{_plain(work.title)}］" if work.title_supplied else _plain(work.title)
    journal = work.container if form.bibtex in ("article", "newspaper") else None
    fields = {
        "author": " and ".join(f"{{{_tex(author)}}}" for author in work.authors),
        "title": f"{{{_tex(title)}}}",
        "journal": _tex(journal or ""),
        "number": _tex(work.number or ""),
        "version": _tex(work.version or ""),
        "year": (work.issued or "")[:4],
        "date": work.issued or "",
        "url": work.url or "",
        "urldate": work.accessed or "",
        "mark": mark,
        "medium": medium,
        "note": _tex("，".join(work.place)),
        "langid": "chinese",
    }
    lines = [f"  {name} = {{{value}}}" for name, value in fields.items() if value]
    return "\n".join((f"@{form.bibtex}{{{_key(work.key)},", ",\n".join(lines), "}"))


def _tex(text: str) -> str:
    """Characters that TeX would take for commands, made literal."""
    replaced = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
    return "".join(replaced.get(char, "\\" + char if char in "{}$&#_%" else char) for char in text)


def _key(text: str) -> str:
    """A citation key of letters, digits and -_:. only; other characters become their code point."""
    return _NO_KEY.sub(lambda match: f"u{ord(match[0]):x}", text)


def csl(works: Iterable[Work]) -> str:
    """CSL-JSON: one array of items."""
    import json

    return json.dumps([_csl_item(work) for work in works], ensure_ascii=False, indent=2)


def _csl_item(work: Work) -> dict[str, object]:
    title = f"［{_plain(work.title)}］" if work.title_supplied else _plain(work.title)
    item: dict[str, object] = {
        "id": work.key,
        "type": _FORMS.get(work.kind, _OTHER).csl,
        "title": title,
        "author": [{"literal": author} for author in work.authors],
        "medium": _mark(work, "2015").partition("/")[2],
        "container-title": work.container,
        "number": work.number,
        "version": work.version,
        "issued": _csl_date(work.issued),
        "URL": work.url,
        "accessed": _csl_date(work.accessed),
        "note": "，".join(work.place),
        "language": "zh-CN",
    }
    return {name: value for name, value in item.items() if value}


def _csl_date(text: str | None) -> dict[str, list[list[int]]] | None:
    parts = text.split("-") if text else []
    numbers = all(part.isascii() and part.isdigit() and len(part) <= 4 for part in parts)
    return {"date-parts": [[int(part) for part in parts]]} if parts and numbers else None
