"""Indicators of the field that are joined by their whole name: the catalogue, and names made comparable."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from hrss_tui import lazy_re as re
from hrss_tui.reference._load import Entry, load
from hrss_tui.reference.text import fold_label
from hrss_tui.reference.units import figure_words

_BRACKETS = re.compile(r"\([^()]*\)")
_RETIRED = re.compile(r"(退休)人员")
_WORKERS = re.compile(r"^有?职工(?=参加(?:失业|工伤|生育)保险)")
"""2.5 万职工参加了失业保险: who else would."""
_TOTAL = re.compile(r"(?<!公共预算)总(?=收入|支出)|(?<=基金)累计总?(?=收入|支出)")


class Scheme(Entry, frozen=True):
    """A social insurance: its names, the measures it has, what it is a part of, and its years."""

    id: str
    name: str
    name_en: str
    names: tuple[str, ...]
    measures: tuple[str, ...]
    part_of: str = ""
    since: int | None = None
    until: int | None = None


class Measure(Entry, frozen=True):
    """What is counted of a scheme; {s} in its names stands for the scheme."""

    id: str
    group: str
    name: str
    name_en: str
    unit: str
    phrases: tuple[str, ...]
    part_of: str = ""


class Listed(Entry, frozen=True):
    """An indicator with its whole names; the fields of `Indicator` that a catalogue gives."""

    id: str
    name: str
    name_en: str
    unit: str
    names: tuple[str, ...]
    units: tuple[str, ...] = ()
    part_of: str = ""
    since: int | None = None
    until: int | None = None
    scheme: bool = False
    ceiling: bool = False
    persons: bool = False


class _File(Entry, frozen=True):
    acts: tuple[str, ...]
    framing: tuple[str, ...]
    closing: tuple[str, ...]
    bodies: tuple[str, ...]
    deeds: tuple[str, ...]
    counting: tuple[str, ...]
    made: tuple[str, ...]
    done: tuple[str, ...]
    held: tuple[str, ...]
    account_tails: tuple[str, ...]
    tails: tuple[str, ...]
    reviews: tuple[str, ...]
    leading: tuple[str, ...]
    schemes: tuple[Scheme, ...]
    measures: tuple[Measure, ...]
    indicators: tuple[Listed, ...]


@cache
def _file() -> _File:
    return load("catalogue.toml", _File)


@cache
def scheme_names() -> tuple[str, ...]:
    """What the insurances are called, the longest names first."""
    names = {name for scheme in _file().schemes for name in scheme.names}
    return tuple(sorted(names, key=lambda name: (-len(name), name)))


def is_fund(name: str) -> bool:
    """Is a name that of the fund of an insurance and nothing else: 失业保险基金?"""
    return name.endswith("基金") and name.removesuffix("基金") in scheme_names()


def framing_words() -> tuple[str, ...]:
    """Words that only frame the name of a thing, and verbs of what is done with it."""
    file = _file()
    return (*file.framing, *file.acts, *file.tails, *file.account_tails)


def without_closing(name: str) -> str:
    """A name without the word at its head that says only when there is so much: 年末参保人数."""
    word = next((word for word in _file().closing if name.startswith(word) and name != word), "")
    return name.removeprefix(word)


@cache
def _count() -> re.Pattern[str]:
    return re.compile(re.any_of(_file().counting))


@cache
def _made() -> re.Pattern[str]:
    """第二产业完成增加值 is 第二产业增加值."""
    return re.compile(rf"(?<=[\u3400-\u9fff])完成(?={re.any_of(_file().made)})")


@cache
def _done() -> re.Pattern[str]:
    return re.compile(rf"(?<={re.any_of(_file().done)})了")


@cache
def _called() -> re.Pattern[str]:
    """What kind of thing something is called: “春风行动”等招聘活动."""
    return re.compile(rf"^(?:{re.any_of(_file().held)})?[“\"][^“”\"]{{1,20}}[”\"]等(?:系列|专项|各类)?")


@cache
def _tail() -> re.Pattern[str]:
    accounts, tails = re.any_of(_file().account_tails), re.any_of(_file().tails)
    return re.compile(rf"完成$|(?:(?<=收入|支出|结余)(?:预计)?(?:{accounts})|{tails})$")


@cache
def listed() -> tuple[Listed, ...]:
    """Every indicator of the catalogue: those of the schemes, then the others."""
    file = _file()
    return (*_of_schemes(file), *file.indicators)


def _of_schemes(file: _File) -> Iterator[Listed]:
    for scheme in file.schemes:
        for measure in file.measures:
            if measure.group in scheme.measures:
                yield _listed(scheme, measure)


def _listed(scheme: Scheme, measure: Measure) -> Listed:
    """The indicator of a measure of a scheme: a part of the scheme's whole, or of the same measure of its parent."""
    whole = f"{scheme.id}_{measure.part_of}" if measure.part_of else ""
    parent = f"{scheme.part_of}_{measure.id}" if scheme.part_of and not measure.part_of else ""
    return Listed(
        id=f"{scheme.id}_{measure.id}",
        name=measure.name.format(s=scheme.name),
        name_en=measure.name_en.format(s=scheme.name_en),
        unit=measure.unit,
        names=tuple(phrase.format(s=name) for phrase in measure.phrases for name in scheme.names),
        part_of=whole or parent,
        since=scheme.since,
        until=scheme.until,
        scheme=True,
    )


@cache
def _lead() -> re.Pattern[str]:
    scopes = [entry.word for entry in figure_words().scopes if entry.kind in ("nation", "region")]
    words = re.any_word([*scopes, *_file().framing])
    return re.compile(rf"(?:{words}|\d{{4}}届|按(?:年平均)?常住人口(?:计算|计)?的?)(?!$)")


@cache
def _acts() -> re.Pattern[str]:
    file = _file()
    acts = re.longest_of(file.acts)
    bodies = re.longest_of(file.bodies)
    return re.compile(
        rf"经[\u3400-\u9fff]{{2,20}}?(?:{bodies})(?:{re.any_of(file.reviews)})(?:并在有效期内)?的?|"
        rf"[\u3400-\u9fff]{{0,16}}?(?:{bodies})(?={acts})|"
        rf"[向为给][\u3400-\u9fff]{{1,12}}?(?={acts})|(?:{re.any_of(file.leading)})[\u3400-\u9fff]{{1,8}}(?={acts})|(?:{acts})(?!$)"
    )


def loose_key(name: str) -> str:
    """A name key without who does it and that it is done: 各级仲裁机构立案受理争议案件 is 争议案件."""
    text = _called().sub("", name_key(name))
    while (match := _acts().match(text)) and match.end() < len(text) - 1:
        text = text[match.end() :]
    return text


@cache
def _deeds() -> frozenset[str]:
    return frozenset(_file().deeds)


def name_key(name: str) -> str:
    """A name without the words that only frame it: 年末全市参加失业保险人数 and 失业保险参保人数 are 失业保险."""
    text = _done().sub("", _BRACKETS.sub("", fold_label(name)).removesuffix("的"))
    text = _WORKERS.sub("", text)
    text = _made().sub("", _TOTAL.sub("", _RETIRED.sub(r"\1", text)))
    while match := _lead().match(text):
        text = text[match.end() :]
    bare = _tail().sub("", _count().sub("", text))
    return bare if bare and bare not in _deeds() else text
