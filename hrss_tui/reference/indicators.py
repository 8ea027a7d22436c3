"""Canonical indicators: what each is called, what narrows a name to a part of it, on what a name leans."""

from collections.abc import Iterable, Mapping
from functools import cache, lru_cache

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.reference._load import Entry, load
from hrss_tui.reference.catalogue import Listed, listed, name_key
from hrss_tui.reference.classifications import every_functional_code
from hrss_tui.reference.documents import page_words
from hrss_tui.reference.prose import prose_words
from hrss_tui.reference.text import fold_label


class Indicator(Entry, frozen=True):
    """One quantity. `patterns` are lists of words that must all occur, `excludes` words that must not.

    `names` are whole names that are it however many words frame them; `part_of` the indicator it is a part of,
    `since` and `until` the years of what it counts. Of an insurance (`scheme`) nothing but framing words may stand
    beside the words of a pattern; of what a body has as a whole (`framed`) nothing but its name, the words that frame
    all of these and its own `framing`. Of a `ceiling` less is better: a target that states no bound is not to be exceeded. `persons`
    are all of a sort that there are, whose bare name also stands for those of them that something else is about.
    """

    indicator_id: str
    name: str
    name_en: str
    unit: str
    patterns: tuple[tuple[str, ...], ...] = ()
    units: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    part_of: str = ""
    since: int | None = None
    until: int | None = None
    scheme: bool = False
    framed: bool = False
    framing: tuple[str, ...] = ()
    ceiling: bool = False
    persons: bool = False

    @property
    def admissible_units(self) -> tuple[str, ...]:
        """Base units in which the quantity may be stated."""
        return self.units or (self.unit,)

    def score(self, subject: str, own: str = "") -> int:
        """Characters of the longest pattern that occurs in a folded subject; 0 when none does.

        Where the subject was completed by what it is a part of, one word at least must stand in its `own` part.
        """
        fitting = [
            pattern
            for pattern in self.patterns
            if all(map(subject.__contains__, pattern))
            and (not own or any(map(own.__contains__, pattern)))
            and not (self.scheme and _others(subject, pattern))
            and not (self.framed and _of_another(subject, pattern, self.framing))
        ]
        if not fitting or any(map(subject.__contains__, self.excludes)) or self._is_narrowed(subject):
            return 0
        return max(sum(map(len, pattern)) for pattern in fitting)

    def _is_narrowed(self, subject: str) -> bool:
        """Does the subject hold a narrowing word that none of the indicator's own words does?"""
        return self.lacks(_narrowing_in(subject))

    def lacks(self, words: Iterable[str]) -> bool:
        """Is any of some words in none of the indicator's own?"""
        own = (self.name, *self.aliases, *(word for pattern in self.patterns for word in pattern))
        return any(all(word not in text for text in own) for word in words)


def stating_words() -> tuple[str, ...]:
    """Words that say of a figure how it is stated, set or came about."""
    return _file().stating


def insured_framing() -> str:
    """The piece of a pattern that is any word which frames the name of an insurance."""
    return re.any_of(_file().insured_framing)


@cache
def _insured_framing() -> re.Pattern[str]:
    return re.compile(insured_framing())


def _others(subject: str, pattern: tuple[str, ...]) -> str:
    """What a subject holds beside the words of a pattern and words that frame the name of an insurance."""
    for word in pattern:
        subject = subject.replace(word, "", 1)
    return _insured_framing().sub("", subject)


def _of_another(subject: str, pattern: tuple[str, ...], own: tuple[str, ...]) -> bool:
    """Does a subject hold, beside the words of a pattern and those that frame them, what is no name of a body?

    其他农业农村支出预算 is not the 支出预算 of a department: what money is for, as codes name it, is a part of it.
    """
    for word in pattern:
        subject = subject.replace(word, "\n", 1)
    rest = "".join(_framing(own).sub("", part) for part in subject.split("\n"))
    named = {rest, subject.replace("\n", "")}
    return bool(rest) and (not _is_body(rest) or not named.isdisjoint(_coded()))


def _is_body(name: str) -> bool:
    """Does a name end as those of bodies do, and is it one of them, and not what they are: 学校, 基层医院?"""
    sort = name.endswith(_file().sorts_of_bodies) and not any(char in _DIVISIONS for char in name)
    return name.endswith(page_words().body_endings) and not sort


_DIVISIONS = "省市县区州盟旗镇乡街"


@cache
def _framing(own: tuple[str, ...]) -> re.Pattern[str]:
    words = re.any_word(map(fold_label, (*_file().framing, *own)))
    return re.compile(rf"(?:19|20)\d{{2}}年?|{words}")


@cache
def _coded() -> frozenset[str]:
    """What codes of the functional classification are called, without 支出 at the end."""
    names = (name for entry in every_functional_code() for name in entry.names)
    return frozenset(fold_label(name).removesuffix("支出") for name in names)


class Leaning(Entry, frozen=True):
    """Names that lean on the domain that was named last before them. See the comments of indicators.toml."""

    names: tuple[str, ...]
    of: tuple[str, ...]
    domains: tuple[str, ...]
    others: bool = True


class _File(Entry, frozen=True):
    indicators: tuple[Indicator, ...]
    everybody_within: tuple[str, ...]
    everybody_ends: tuple[str, ...]
    leaning: tuple[Leaning, ...]
    whom: tuple[str, ...]
    narrowing: tuple[str, ...]
    framing: tuple[str, ...]
    sorts_of_bodies: tuple[str, ...]
    insured_framing: tuple[str, ...]
    insurances: tuple[str, ...]
    adding: tuple[str, ...]
    all_there_are: tuple[str, ...]
    stating: tuple[str, ...]


@cache
def _file() -> _File:
    return load("indicators.toml", _File)


@cache
def indicators() -> tuple[Indicator, ...]:
    """All indicators in the order in which they should be listed."""
    named = {entry.id: entry for entry in listed()}
    own = [_with_names(entry, named.pop(entry.indicator_id, None)) for entry in _file().indicators]
    return (*own, *(_of_catalogue(entry) for entry in named.values()))


@cache
def _ceilings() -> frozenset[str]:
    return frozenset(entry.indicator_id for entry in indicators() if entry.ceiling)


def is_ceiling(indicator_id: str | None, operator: str) -> bool:
    """Is a target met by what does not exceed it: by its bound, or where it states none by what it is of?"""
    return operator in ("<=", "<") or (operator in ("=", "~") and indicator_id in _ceilings())


@cache
def _names() -> dict[str, str]:
    return {entry.indicator_id: entry.name for entry in indicators()}


def indicator_name(indicator_id: str) -> str:
    """The name of an indicator; its id where none has it."""
    return _names().get(indicator_id, indicator_id)


def _with_names(entry: Indicator, more: Listed | None) -> Indicator:
    """An indicator with the names the catalogue has for it."""
    if more is None:
        return entry
    units = dict.fromkeys((*entry.admissible_units, *more.units))
    return msgspec.structs.replace(
        entry,
        scheme=more.scheme,
        names=more.names,
        units=tuple(units),
        part_of=more.part_of,
        since=more.since,
        until=more.until,
        persons=more.persons,
    )


def _of_catalogue(entry: Listed) -> Indicator:
    return Indicator(
        indicator_id=entry.id,
        name=entry.name,
        name_en=entry.name_en,
        unit=entry.unit,
        units=entry.units,
        names=(entry.name, *entry.names),
        part_of=entry.part_of,
        since=entry.since,
        until=entry.until,
        ceiling=entry.ceiling,
        persons=entry.persons,
    )


def is_of_everybody(text: str) -> bool:
    """Does a text speak of everybody there is, of whom persons of a sort are a part as they are: 人才总量?"""
    return any(word in text for word in _file().everybody_within)


def says_all(name: str) -> bool:
    """Does a name say that it is of all there are: 专业技术人才总量?"""
    return name.endswith(_file().everybody_ends)


@cache
def _leaning() -> Mapping[str, Leaning]:
    """A name that does not say whose it is, as names are compared → the domains on which it leans."""
    return {name_key(fold_label(name)): one for one in _file().leaning for name in one.names}


def is_leaning(name: str) -> bool:
    """Does a name not say by itself whose it is: 结案率, 岗位总量?"""
    return name_key(fold_label(name)) in _leaning()


def leaned(name: str, before: str) -> str:
    """A leaning name with the domain on which it leans, the last one named before it; "" where none is."""
    leaning = _leaning()[name_key(fold_label(name))]
    told = [word for word in leaning.domains if word in before]
    last = max(told, key=lambda word: (before.rfind(word) + len(word), len(word)), default="")
    if last in leaning.of:
        return name
    return last + name if last and leaning.others else ""


_INSURED = re.compile(r"参[保合]")


@cache
def _narrowing() -> tuple[str, ...]:
    """Words of a part of a quantity, as subjects are compared."""
    return tuple(map(fold_label, (*_file().whom, *_file().narrowing)))


# One subject is asked about for every indicator in turn.
@lru_cache(maxsize=64)
def _narrowing_in(subject: str) -> tuple[str, ...]:
    return tuple(word for word in _narrowing() if word in subject)


def narrows(text: str) -> bool:
    """Does a text name a part of what it speaks of: 农民工, 市级?"""
    return bool(_narrowing_in(fold_label(text)))


def whom_of(text: str) -> tuple[str, ...]:
    """The persons of whom alone a text speaks: 农民工, 高校毕业生."""
    folded = fold_label(text)
    return tuple(word for word in map(fold_label, _file().whom) if word in folded)


def narrowing_of(text: str) -> tuple[str, ...]:
    """The words of a text that name a part of what it speaks of, or another thing: 农民工, 跨省, 市级."""
    return _narrowing_in(fold_label(text))


def says_insured(text: str) -> bool:
    """Does a text say that it counts those who are insured: 参保, 参合?"""
    return bool(_INSURED.search(text))


def is_insurance(name: str) -> bool:
    """Is a name one of an insurance, of which those insured are counted?"""
    return any(word in name for word in _file().insurances)


@cache
def _adding() -> re.Pattern[str]:
    return re.compile(rf"(?:全年|累计|共|新)?(?:{re.any_of(_file().adding)})")


def adds_to_all(folded: str, name: str) -> bool:
    """Does a subject tell of those of a year (培养高技能人才 2200 人), where an indicator is named as all there are?"""
    return bool(_adding().match(folded)) and any(word in name for word in _file().all_there_are)


def of_scheme(indicator_id: str, name: str) -> bool:
    """Is what a name says beside framing words, an insurance as a rule, said by the names of an indicator too?"""
    return _is_said(indicator_id, _insured_framing().sub("", fold_label(name)))


def names_it(indicator_id: str, name: str) -> bool:
    """Is a name part of one of those of an indicator?"""
    return _is_said(indicator_id, fold_label(name))


def lacks(indicator_id: str, words: Iterable[str]) -> bool:
    """Is any of some words that narrow in none of an indicator's own?"""
    return _entry(indicator_id).lacks(words)


def _entry(indicator_id: str) -> Indicator:
    return next(entry for entry in indicators() if entry.indicator_id == indicator_id)


def _is_said(indicator_id: str, folded: str) -> bool:
    entry = _entry(indicator_id)
    if folded in prose_words().persons and not entry.persons:
        return False  # 职工 beside 参保人数 says whose, also where an indicator has 参加失业保险职工 among its names
    words = (
        entry.name,
        *entry.aliases,
        *entry.names,
        *(word for pattern in entry.patterns for word in pattern),
    )
    return any(folded in fold_label(word) for word in words)
