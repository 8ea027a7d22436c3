"""What the documents state for each prefecture."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Literal

from hrss_tui import lazy_re as re
from hrss_tui.reference._load import Entry, load
from hrss_tui.reference.text import fold_label

_BRACKET = re.compile(r"[（(][^（）()]{1,12}[）)]\Z")
"""What a label may end with beside its name: 分值（分）."""


class Metric(Entry, frozen=True):
    """One column of an annex by prefecture; `unit` is its base unit, `indicator` an indicator_id."""

    key: str
    labels: tuple[str, ...]
    name: str
    name_en: str
    unit: str
    indicator: str
    kind: Literal["target", "allocation"]
    notes: str


class KindWords(Entry, frozen=True):
    """Words of a label or a title that say what its values are: target, actual, change, or a rate of something."""

    kind: Literal["target", "actual", "change", "rate"]
    words: tuple[str, ...]


Counted = Literal["persons", "money", "count"]


class CountedWords(Entry, frozen=True):
    """Ends of names that say what is counted: `measures` always, `things` where nothing else does."""

    sort: Counted
    measures: tuple[str, ...]
    things: tuple[str, ...]


class _File(Entry, frozen=True):
    allotted: tuple[str, ...]
    allotted_money: tuple[str, ...]
    rates: tuple[str, ...]
    multiples: tuple[str, ...]
    ranks: tuple[str, ...]
    fillers: tuple[str, ...]
    title_forms: tuple[str, ...]
    beside: tuple[str, ...]
    remarks: tuple[str, ...]
    identifiers: tuple[str, ...]
    bare_values: tuple[str, ...]
    quantities: tuple[str, ...]
    parts: tuple[str, ...]
    quantiles: tuple[str, ...]
    means: tuple[str, ...]
    changes: tuple[str, ...]
    compared: tuple[str, ...]
    falls: tuple[str, ...]
    shares: tuple[str, ...]
    aims_done: tuple[str, ...]
    unnamed_rates: tuple[str, ...]
    gaps: tuple[str, ...]
    chapters: tuple[str, ...]
    aims: tuple[str, ...]
    expected: tuple[str, ...]
    set_as: tuple[str, ...]
    counted: tuple[CountedWords, ...]
    kinds: tuple[KindWords, ...]
    metrics: tuple[Metric, ...]


@cache
def _file() -> _File:
    return load("metrics.toml", _File)


def metrics() -> tuple[Metric, ...]:
    """All metrics in the order in which tables and screens show them."""
    return _file().metrics


def unnamed_rates() -> tuple[str, ...]:
    """Labels of parts in a hundred that name nothing."""
    return _file().unnamed_rates


def kind_words() -> tuple[KindWords, ...]:
    """The words of kinds: the first entry of which a word occurs decides."""
    return _file().kinds


def fillers() -> tuple[str, ...]:
    """Words of which a label may consist that names nothing of its own."""
    return _file().fillers


def title_forms() -> tuple[str, ...]:
    """Words at the end of a title that say in which form a table lists what it names."""
    return _file().title_forms


def is_rate(label: str) -> bool:
    """Does a label say by its end that its values are parts of something, which nobody adds up?"""
    return fold_label(label).rstrip("%‰").endswith(_file().rates)


def is_multiple(label: str) -> bool:
    """Does a label say by its end that its values are how many times one thing is another (1.47), not how many percent?"""
    return fold_label(label).endswith(_file().multiples)


def measured_by(name: str) -> Counted | None:
    """What the end of a name says that is counted."""
    return next((entry.sort for entry in _file().counted if name.endswith(entry.measures)), None)


def thing_of(name: str) -> Counted | None:
    """What there are so many of, where a name ends with nothing but what it is of: 企业, 职工."""
    return next(
        (entry.sort for entry in _file().counted if entry.things and name.endswith(entry.things)), None
    )


def says_allotted(title: str) -> bool:
    """Does a title say to whom money goes: 就业补助资金分配表?"""
    words = _file().allotted, _file().allotted_money
    return all(any(word in title for word in own) for own in words)


def is_rank(label: str) -> bool:
    """Does a label say by its end that its values are places in an order?"""
    return fold_label(label).endswith(_file().ranks)


@cache
def _beside() -> frozenset[str]:
    return frozenset(map(fold_label, _file().beside))


def is_beside(label: str) -> bool:
    """Does a label say who sees to a task and until when, not how much of it there is?"""
    return fold_label(label) in _beside()


@cache
def _remarks() -> frozenset[str]:
    return frozenset(map(fold_label, _file().remarks))


def is_remark(label: str) -> bool:
    """Does a label stand over remarks on the figures beside it, not over figures?"""
    return fold_label(label) in _remarks()


@cache
def _chapters() -> tuple[str, ...]:
    return tuple(sorted(map(fold_label, _file().chapters), key=len, reverse=True))


def is_chapter(name: str) -> bool:
    """Does a name say what chapter of the work something is in, and nothing else?"""
    folded, at = fold_label(name), 0
    while at < len(folded):
        word = next((word for word in _chapters() if folded.startswith(word, at)), "")
        if not word:
            return False
        at += len(word)
    return bool(folded)


def is_identifier(label: str) -> bool:
    """Does a label say by its end that it stands over what tells persons, posts or papers apart?"""
    return fold_label(_BRACKET.sub("", label)).endswith(_file().identifiers)


@cache
def _bare_values() -> frozenset[str]:
    return frozenset(map(fold_label, _file().bare_values))


def is_bare_value(label: str) -> bool:
    """Does a label say nothing of its figures but that they are those of what the row names?"""
    return fold_label(label) in _bare_values()


_PLACE = re.compile(r"(?P<place>\d{1,2})%(?=分?位)|[（(](?:\d{1,2}%?|[高中低])?(?:分位[数值]?)?[）)]\Z")
"""The place of a quantile before its name or behind it: 低位数（10%）, 90%分位."""


@cache
def _folded(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(fold_label, words))


def is_quantile(label: str) -> bool:
    """Does a label say how high among all values its figures stand, and nothing else?"""
    plain = _PLACE.sub(lambda found: found["place"] or "", fold_label(label))
    return plain in _folded(_file().quantiles)


def is_quantity(label: str) -> bool:
    """Does a label say no more than that there is so much, in the unit that the row states?"""
    return fold_label(label) in _folded(_file().quantities)


def is_mean(label: str) -> bool:
    """Does a label say that its figures are means, and not of what?"""
    return fold_label(label) in _folded(_file().means)


@cache
def _any(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(re.any_of(patterns))


def is_change(label: str) -> bool:
    """Does a folded label say that its figures are changes, in whatever direction?"""
    return bool(_any((*_file().changes, *_file().compared)).search(label)) or is_fall(label)


def is_fall(label: str) -> bool:
    """Does a folded label say that its figures are falls?"""
    return bool(_any(_file().falls).search(label))


def is_share(label: str) -> bool:
    """Does a folded label say that its figures are parts of a whole?"""
    return bool(_any(_file().shares).search(label))


def is_part_done(label: str) -> bool:
    """Does a folded label say that its figures are how much was done of what was aimed at?"""
    return bool(_any(_file().aims_done).search(label))


def says_gap(label: str) -> bool:
    """Does a folded label say that its figures are what is between a figure and an aim, or places in an order?"""
    return bool(_any(_file().gaps).search(label))


def is_aim(label: str) -> bool:
    """Does a label without times say nothing but that its figures are aims?"""
    return fold_label(label) in _folded(_file().aims)


EXPECTED = "预计"
"""The note of a figure that a document only expects (预计全年 9.2 万人): nothing is held against it, and it against nothing."""

SO_FAR = "今年以来"
"""The note of a figure of a year that a document tells only up to when it speaks, which is not known: no aim of the year is missed by it."""


def says_expected(text: str) -> bool:
    """Does a text say that its figure is only expected, and not that it is what was set?"""
    words = _file()
    return any(word in text for word in words.expected) and not any(word in text for word in words.set_as)


def is_part_of_all(label: str) -> bool:
    """Does a label say which of what its row names is counted, or which figure of it, but not what is counted?"""
    return fold_label(label) in _folded(_file().parts) or is_quantile(label) or is_mean(label)


@cache
def metric_by_key(key: str) -> Metric | None:
    """The metric of a key."""
    return next((metric for metric in metrics() if metric.key == key), None)


@cache
def metric_of_indicator(indicator_id: str, unit: str) -> Metric | None:
    """The metric of an indicator that is counted in a base unit."""
    return next((each for each in metrics() if each.indicator == indicator_id and each.unit == unit), None)


@cache
def _by_label() -> Mapping[str, Metric]:
    return MappingProxyType({fold_label(label): metric for metric in metrics() for label in metric.labels})


def metric_for_label(label: str) -> Metric | None:
    """The metric of a printed leaf header, with or without its unit in brackets; None when unknown."""
    return _by_label().get(fold_label(label))


_KINDS = {
    "change": ("变动", "change"),
    "rate": ("比率", "rate"),
    "average": ("平均", "average"),
    "rank": ("位次", "rank"),
    "expected": ("预计", "expected"),
    "month": ("当月", "month"),
    "quarter": ("当季", "quarter"),
}
"""Parts of a key behind its metric that say what its values are."""
_MONTHS = re.compile(r"(\d{2})(?:-(\d{2}))?")


def key_part(part: str) -> tuple[str, str]:
    """A part of a key behind its metric in Chinese and English."""
    match = _MONTHS.fullmatch(part)
    if match is None:
        return _KINDS.get(part, (part, part))
    stretch = "–".join(str(int(month)) for month in match.groups() if month)
    return f"{stretch.replace('–', '—')}月", f"month{'s' if match[2] else ''} {stretch}"


def told_metric(key: str, printed: str) -> tuple[str, str]:
    """What a metric is called in Chinese and English: as it is printed, with what it is of where the print has that above it (增减)."""
    base, *more = key.split(":")
    known = metric_by_key(base)
    english = "".join(f" ({key_part(part)[1]})" for part in more)
    whole = known.name if known else base
    kinds = more and all(part in _KINDS or _MONTHS.fullmatch(part) for part in more)
    names = (*(known.labels if known else ()), whole)
    alone = kinds and not any(fold_label(name) in fold_label(printed) for name in names)
    said = f"{whole} {printed}" if alone else printed
    return said, f"{known.name_en}{english}" if known else said
