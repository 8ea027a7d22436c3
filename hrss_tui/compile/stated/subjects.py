"""What the figure of a row and a column is of: its subject, its canonical indicator, the scope that its table states."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.compile.prefectures.kinds import said_kind
from hrss_tui.compile.prefectures.names import bare, bare_title, is_sum, plain_label, without_number
from hrss_tui.compile.prefectures.periods import compares, without_times
from hrss_tui.compile.prefectures.rows import is_marked_part, is_part
from hrss_tui.compile.stated.labels import Value, sort_of
from hrss_tui.compile.stated.sheet import Named
from hrss_tui.compile.stated.times import is_time
from hrss_tui.records import Observation
from hrss_tui.reference import find_changed, find_indicator, fold_label
from hrss_tui.reference.catalogue import is_fund, name_key, without_closing
from hrss_tui.reference.indicators import names_it, narrows, of_scheme
from hrss_tui.reference.metrics import is_chapter, is_part_of_all
from hrss_tui.reference.places_text import SEAM, places_named
from hrss_tui.reference.prose import prose_words
from hrss_tui.reference.things import things
from hrss_tui.reference.units import figure_words
from hrss_tui.sources import marks

_THINGS = things()
_ALL = re.compile(rf"全(?:{re.any_of(_THINGS.who.all)})(?:合计|总计)?|(?:合|总|小|共)计")
_EACH = re.compile("每[十百千万]|每[人户]|人均|户均|平均")
"""What a title says of what is counted: 每百户…拥有量. Without it a figure would be of all."""
_WHOM = re.compile(re.any_of(_THINGS.who.whom))
_PERSONS = re.compile(rf"(?:{_WHOM.pattern})$")
_DEED = re.compile(re.any_of(_THINGS.who.done_to))
"""What a title says that those did, or had done to them, whom the rows name: there are more of them."""
_RATIOS = ("%", "‰", "百分点")
_AND = re.compile(r"[、，,和与及]")
_COURSE = re.compile(rf"(?:{re.any_of(_THINGS.names.courses)})$")
"""What a title says of figures of several years, whatever they are of."""
_SHORTEST = 3
"""Characters of a label's end that stand for it in a title: 失业率 for 城镇登记失业率."""


class Subject(msgspec.Struct, frozen=True):
    """What a row is of: its own name and those above it, or only a time; `total` of all rows, `part` of one above it.

    `clear` is false where the row is no name of anything: a change, an aim, what is done of it. `group` is what a
    numbered row of words above it names, which as often is a chapter as what the row is a part of. `below` is the label,
    as printed, of the row that it is a part of: in what that is counted, it is.
    """

    name: str
    above: tuple[str, ...]
    time: bool
    total: bool
    part: bool
    clear: bool
    group: str = ""
    below: str = ""


def subjects(rows: Sequence[Named], before: dict[int, str]) -> Iterator[Subject]:
    """The subjects of the rows; a part (其中：…) and what a lower number marks ((一), 1.) are below the row they are of.

    So are the rows behind a part that have no number, where the row it is of has one, and those of which every fund has
    its own (财政补贴收入).
    `before` has the labels of the last rows of each rank, also of a table that stands left of these.
    """
    whole: str | None = ""
    parted = numbered_whole = False
    for row in rows:
        text = row.names[-1].text
        name = plain_label(text)
        rank = _rank(text)
        goes_on = parted and rank is None and not is_sum(text) and (numbered_whole or _leans(name))
        part = is_part(plain_number(text)) or (goes_on and bool(whole))
        labels = [cell.text for cell in row.names[:-1]]
        if rank is not None:
            for lower in [each for each in before if each >= rank]:
                del before[lower]
            labels = list(before.values())[-1:] or labels
            before[rank] = text
        known = not part or whole is not None
        if part:
            labels = [whole] if whole else labels
        else:
            # What follows 其中：… without a number may be one more part: a part below it has no known whole.
            whole, numbered_whole = (None if parted and rank is None else text), rank is not None
        above = list(map(plain_label, labels))
        parted = (part or (parted and rank is None)) and not is_marked_part(text)
        group, numbered = _group(row, name, rank)
        if group and not numbered:
            above = [group, *above]
        yield Subject(
            name,
            tuple(dict.fromkeys(each for each in above if each and each != name)),
            time=is_time(text),
            total=is_sum(text) or bool(_ALL.fullmatch(fold_label(name))),
            part=part or (rank is not None and not all(map(is_chapter, above))),
            clear=known and _is_clear(text),
            group=group if numbered else "",
            below=next(iter(reversed(labels)), ""),
        )


def _leans(name: str) -> bool:
    """Is a name one of what every fund has, and no fund by itself: 财政补贴收入, 待遇支出?"""
    return any(pattern.fullmatch(name) for pattern in _carried())


@cache
def _carried() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern) for pattern in prose_words().carried_patterns)


def _group(row: Named, name: str, rank: int | None) -> tuple[str, bool]:
    """What the row of words above a row adds to its name, and whether it is numbered; the sum of all rows is of none."""
    text = row.group.text if row.group else ""
    label, own = plain_label(text), _rank(text) if text else None
    ended = own is not None and rank is not None and rank <= own
    if not label or label in name or ended or is_sum(row.names[-1].text):
        return "", False
    return label, own is not None


def _is_clear(text: str) -> bool:
    """Does a row name something, and not a change of it, an aim, or what is done of it?"""
    return (
        sort_of(plain_label(text)) in {"level", "share"}
        and not compares(text)
        and not (said_kind(text) and not bare(text))
    )


def plain_number(text: str) -> str:
    """A label without the number before it."""
    marker = marks.marker(text.strip())
    return text.strip()[marker.length :] if marker else text


def _rank(text: str) -> int | None:
    """How deep the number before a name is; None where it has none."""
    marker = marks.marker(text.strip())
    return marker.rank if marker else None


def words(row: Subject, value: Value, title: str, known: bool) -> str:
    """The subject of a figure: the names of its row and what the column adds; in the title's words where these say not what it is.

    `known` where the name of the row is that of an indicator.
    """
    own = () if row.time else (row.group, *row.above, row.name)
    own = tuple(name for name in own if name not in value.names[-1:])
    said = value.label.rstrip("%％‰ ")
    label = said if value.sort in {"share", "rate"} else ""
    names = [*own, *value.names, *filter(None, (value.counted, label))]
    nameless = all(map(is_part_of_all, value.names))
    vague = nameless and (row.time or row.total or value.counted or not (known or row.above or row.group))
    whole = bare_title(title)
    whole = "" if scope_named(whole) else whole
    if (vague and not whole.endswith("指标")) or narrows(whole) or _EACH.search(whole):
        names = [whole, *names]
    if value.sort == "change":
        names[-1:] = [f"{names[-1]}{said}"] if names else []
    return SEAM.join(dict.fromkeys(name for name in names if name))


def listed(title: str, labels: Iterable[str]) -> tuple[str, ...]:
    """What the title of a table lists, where each of it is one of the labels beside each other; else nothing.

    城镇新增就业与城镇登记失业率 above these two says of neither more than they do.
    """
    parts = tuple(name_key(part) for part in _AND.split(_COURSE.sub("", bare_title(title))) if part)
    keys = {name_key(label) for label in labels if label}
    return parts if all(any(_stands_for(part, key) for key in keys) for part in parts) else ()


def without_listed(title: str, labels: Iterable[str]) -> str:
    """A title without those of the things that it lists which are rows of its own: they narrow no other row, but for persons.

    城镇新增就业和社会保险参保情况 over 城镇新增就业 and 失业保险参保人数 says of the latter that it is one of 社会保险参保.
    """
    whole = bare_title(title)
    parts = [part for part in _AND.split(whole) if part]
    keys = {name_key(label) for label in labels if label}
    rest = [part for part in parts if name_key(part) not in keys or _WHOM.search(part)]
    return title if len(rest) in (0, len(parts)) else "、".join(rest)


def _stands_for(part: str, key: str) -> bool:
    return part == key or (len(part) >= _SHORTEST and key.endswith(part))


def _is_free(label: str, names: Sequence[str]) -> bool:
    """Does a title that lists some names narrow no figure of a label?

    Persons among them may be those of whom all the rest is told, unless the label is listed too.
    """
    of_whom = any(map(_WHOM.search, names)) and name_key(label) not in names
    return bool(names) and not of_whom and not _is_of_deed(label, SEAM.join(names))


def indicator_of(row: Subject, value: Value, title: str, unit: str) -> str | None:
    """The canonical indicator of a figure, where row and column together are its name and nothing else narrows it.

    A column that is one by itself is narrowed by what its rows are: of an indicator in a trade there is a part only. A
    chapter of the work above a row (社会保障 left of 失业保险参保人数) narrows nothing.
    """
    found = _indicator(row, value, title, unit)
    if found is None and row.above and all(map(is_chapter, row.above)):
        return _indicator(msgspec.structs.replace(row, above=()), value, title, unit)
    return found


def _indicator(row: Subject, value: Value, title: str, unit: str) -> str | None:
    """The canonical indicator of a figure below all that stands above its row."""
    narrowed = narrows(bare_title(title)) or narrows(row.group) or bool(_EACH.search(title))
    if row.total or row.part or value.sort not in ("level", "change") or narrowed:
        return None
    value = msgspec.structs.replace(value, names=tuple(map(without_closing, value.names)))
    names = SEAM.join(value.names)
    own = SEAM.join((*row.above, row.name))
    if row.time:
        found = _found(names, value, unit)
        whole = _found(SEAM.join(filter(None, (bare_title(title), names))), value, unit)
        return found if found and found == whole and _are_of(found, value.names) else None
    if not names and not row.above:
        return None if _is_of_deed(row.name, bare_title(title)) else _found(own, value, unit)
    if is_fund(names) and not row.above and not row.group:
        return _found(f"{names}{SEAM}{row.name}", value, unit)
    last, over = (names, own) if names else (row.name, SEAM.join(row.above))
    found = _found(f"{over}{SEAM}{last}", value, unit)
    if not found or found == _found(last, value, unit) or not of_scheme(found, over):
        return None
    alone = found == _found(own, value, unit)
    return found if _are_of(found, value.names, alone) else None


def _are_of(indicator_id: str, names: Sequence[str], alone: bool = False) -> bool:
    """Does each of several names of a column say what an indicator is of: of 参保人数 that are 男 there are some only?

    So must a lone one, where the row `alone` is that indicator already.
    """
    return (len(names) < 2 and not alone) or all(names_it(indicator_id, name) for name in names)


def _is_of_deed(name: str, title: str) -> bool:
    """Does a row name persons, and the title what they did: 高校毕业生 below 重点群体就业 are not all of these?"""
    deeds = _DEED.findall(title) if _PERSONS.search(fold_label(name)) else []
    return any(deed not in name for deed in deeds)


def _found(name: str, value: Value, unit: str) -> str | None:
    if not name:
        return None
    found = find_changed(name) if value.sort == "change" and unit.endswith(_RATIOS) else None
    found = found or find_indicator(name, unit)
    return found.indicator_id if found else None


def keyed(
    row: Subject, value: Value, titles: tuple[str, Sequence[str]], unit: str, whole: Observation | None
) -> tuple[str | None, str]:
    """The indicator of a figure, and the title that adds to its name: none where it lists the labels of its table only.

    `titles` are the title and what it lists. A change is of what the level that it is of is, `whole`: its own unit does
    not tell persons from times (人, 人次), and what is counted otherwise (基金收入) is no indicator that the name alone
    would be.
    """
    title, names = titles
    own = "".join(value.names) if row.time else row.name
    alone = row.time or not (value.names or row.above)
    for said in ("", title) if alone and _is_free(own, names) else (title,):
        found = indicator_of(row, value, said, unit)
        if whole is not None and (whole.indicator_id is None or _is_change_of(unit, whole.base_unit)):
            found = whole.indicator_id or (found if row.time else None)
        if found is not None:
            return found, said
    return None, title


def _is_change_of(unit: str, level: str) -> bool:
    return unit == level or unit.endswith(_RATIOS)


def scope_of(text: str) -> str | None:
    """The area or level that a title states: 全市, 市本级; None of several (全省与全市)."""
    words = {entry.word for entry in figure_words().scopes if entry.word in text}
    widest = [word for word in words if not any(word != other and word in other for other in words)]
    return widest[0] if len(widest) == 1 else None


def scope_named(label: str) -> str | None:
    """The area or level that a label names and nothing else."""
    return next((entry.word for entry in figure_words().scopes if entry.word == bare(label)), None)


def is_elsewhere(title: str, own: str | None) -> bool:
    """Does a title or a heading name places of which the document is none?"""
    plain = (
        without_times(plain_number(without_number(title)))
        .lstrip("（(：:")
        .removeprefix("其中")
        .lstrip("，,：:")
    )
    found = places_named(plain, own)
    return bool(found) and found != [own]
