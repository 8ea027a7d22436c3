"""Titles of documents in few characters: what they have in common with others left out, what tells them apart kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set

from hrss_tui import lazy_re as re
from hrss_tui.pack.summary import PHASES
from hrss_tui.records import Document
from hrss_tui.reference.places import customary, is_within, places, whole_of

_SENT = re.compile(r"[^《》]{0,30}《([^》]{4,200})》的?(?:通知|公告|函|批复|意见|决定|公示)")
"""关于印发《…》的通知: what is sent is what it is called by."""
_YEAR = re.compile(r"(?<![\d\-—–－~～至到])(?:19|20)\d\d年度?(?![\-—–－~～至到])")
"""Comes first: it tells documents of one maker apart, and what comes first is not left out. Years from one to another stay as they are."""
_DAY = re.compile(r"(?<=\d)\s+(?=[年月日])")
APART = 3
"""Characters by which titles that begin alike are told apart."""
YEAR = 4
"""Characters of a year."""
FEWEST = 6
"""Characters a title has at least: with fewer it names nothing."""


def short_titles(documents: Iterable[Document]) -> dict[str, str]:
    """Document → a title that no other has: without the place, the department and the frame of a letter.

    Of several departments with budgets each is named, and of several places all but one that holds the others. Where two would be called the same they keep their
    whole titles, as `whole_titles` tells them apart.
    """
    listed = list(documents)
    telling = _telling(listed)
    short = {row.doc_id: _short(row, telling) for row in listed}
    whole = {row.doc_id: _year_first(row.title) for row in listed}
    again = Counter(short.values())
    short = {key: name if again[name] == 1 else whole[key] for key, name in short.items()}
    return _apart(listed, short)


def _telling(listed: Iterable[Document]) -> set[str]:
    """Names that tell documents apart: of departments with budgets, of which there are several, and of places.

    Only the place in which all others lie need not be named: a figure of any other is not to be taken for its.
    """
    departments, found = set[str](), set[str]()
    for row in listed:
        departments |= {row.department} if row.department and row.phase in PHASES else set()
        found |= {row.place} if row.place and row.place in places() else set()
    told = {places()[one].name for one in found if not all(is_within(other, one) for other in found)}
    return told | (departments if len(departments) > 1 else set())


def whole_titles(documents: Iterable[Document]) -> dict[str, str]:
    """Document → its title; behind one that others have too whose it is, and its id where that is the same too."""
    listed = list(documents)
    return _apart(listed, {row.doc_id: row.title for row in listed})


def _apart(listed: Sequence[Document], names: Mapping[str, str]) -> dict[str, str]:
    again = Counter(names.values())
    owned = {
        row.doc_id: f"{names[row.doc_id]} ({row.department})"
        if again[names[row.doc_id]] > 1 and row.department and row.department not in names[row.doc_id]
        else names[row.doc_id]
        for row in listed
    }
    again = Counter(owned.values())
    return {key: name if again[name] == 1 else f"{names[key]} ({key})" for key, name in owned.items()}


def _short(row: Document, telling: Set[str]) -> str:
    sent = _SENT.fullmatch(row.title.strip())
    title = sent[1] if sent else row.title.strip()
    wider = _wider(row.place or "")
    unnamed = row.phase in PHASES and row.department in telling and row.department not in title
    for name in sorted(set(_common(row, telling)) - telling, key=len, reverse=True):
        title = _without(title, name, wider)
    return f"{_year_first(title)} ({row.department})" if unnamed else _year_first(title)


def _without(title: str, name: str, wider: Sequence[str]) -> str:
    """A title without a name and the places before it that hold it; as it was where too little or such a place stays.

    What is left of 某省某县预算 without 某县 alone would be the title of another document, of the whole province.
    """
    before, found, behind = title.partition(name)
    while held := next((one for one in wider if before.endswith(one)), ""):
        before = before.removesuffix(held)
    rest = before + behind
    stays = any(one in rest for one in wider)
    return rest if found and not stays and len(rest.strip()) >= FEWEST else title


def _wider(code: str) -> tuple[str, ...]:
    """Names of the places that hold a place, the longest first."""
    names: list[str] = []
    while (code := whole_of(code)) in places():
        names += customary(code)
    return tuple(sorted(names, key=len, reverse=True))


def _year_first(title: str) -> str:
    title = " ".join(_DAY.sub("", title).split())
    year = _YEAR.search(title)
    return f"{year[0]}{title[: year.start()]}{title[year.end() :]}" if year and year.start() else title


def _common(row: Document, telling: Set[str]) -> Iterator[str]:
    """Names that most documents of its maker have in their titles; 自治区 is the place's as its whole name is."""
    yield from (name for name in (row.department, row.issuer) if name)
    place = places().get(row.place or "")
    if place is not None:
        yield place.name
        if place.name.endswith("自治区") and place.name not in telling:
            yield "自治区"


def fitted(
    titles: Mapping[str, str], most: int, width: Callable[[str], int], sign: str = "…"
) -> dict[str, str]:
    """Each title in `most` cells, no two of them the same where they are not; `width` is that of a character."""
    shown = {key: elided(title, most, map(width, title), sign) for key, title in titles.items()}
    alike: dict[str, list[str]] = {}
    for key, name in shown.items():
        alike.setdefault(name, []).append(key)
    for keys in alike.values():
        if len(keys) > 1:
            first = _alike([titles[key] for key in keys])
            shown.update((key, _from(titles[key], first, most, width, sign)) for key in keys)
    return shown


def _alike(titles: Sequence[str]) -> int:
    """With how many same characters they all begin."""
    least, most = min(titles), max(titles)
    pairs = enumerate(zip(least, most, strict=False))
    return next((at for at, (one, other) in pairs if one != other), min(len(least), len(most)))


def _from(title: str, first: int, most: int, width: Callable[[str], int], sign: str) -> str:
    """A title whose characters from one on are seen: from its beginning where they fit then, else from there on, behind its year."""
    if sum(map(width, title[: first + APART])) <= most:
        return _cut(title, most, width, sign)
    year = title[:YEAR] if _YEAR.match(title) and first > YEAR else ""
    return _cut(f"{year}{sign}{title[max(len(year), first - 1) :]}", most, width, sign)


def _cut(text: str, most: int, width: Callable[[str], int], sign: str) -> str:
    if sum(map(width, text)) <= most:
        return text
    kept = text
    while kept and sum(map(width, kept)) > most - len(sign):
        kept = kept[:-1]
    return f"{kept}{sign}"


def elided(text: str, cells: int, width: Iterable[int], sign: str = "…") -> str:
    """The beginning and, half as long, the end of a text in so many cells; `width` are the cells of its characters."""
    sizes = list(width)
    if sum(sizes) <= cells:
        return text
    room = cells - len(sign)
    head = tail = front = back = 0
    while head + tail < len(text):
        ahead = front <= 2 * back
        size = sizes[head] if ahead else sizes[len(text) - 1 - tail]
        if front + back + size > room:
            break
        front, back = (front + size, back) if ahead else (front, back + size)
        head, tail = (head + 1, tail) if ahead else (head, tail + 1)
    return f"{text[:head]}{sign}{text[len(text) - tail :] if tail else ''}"
