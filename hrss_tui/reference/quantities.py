"""Which indicator a stated quantity is: by its whole name, by the words of it, or by what was done."""

from functools import cache, lru_cache

from hrss_tui import lazy_re as re
from hrss_tui.reference.catalogue import loose_key, name_key
from hrss_tui.reference.indicators import (
    Indicator,
    adds_to_all,
    indicators,
    is_insurance,
    says_insured,
    whom_of,
)
from hrss_tui.reference.text import fold_label
from hrss_tui.reference.units import base_unit, figure_words

_SORT = 3
"""Characters at the end that say that a part is of the sort of its whole: 再就业."""


@cache
def _by_name() -> dict[tuple[str, str], Indicator]:
    """Key of a whole name and base unit → the indicator; the first listed where two share a name."""
    found: dict[tuple[str, str], Indicator] = {}
    for entry in indicators():
        for name in entry.names:
            for unit in entry.admissible_units:
                found.setdefault((name_key(name), unit), entry)
    return found


@cache
def _by_loose_name() -> dict[tuple[str, str], Indicator | None]:
    """Loose key of a name and base unit → the indicator, None where several share it."""
    found: dict[tuple[str, str], Indicator | None] = {}
    for entry in indicators():
        for key in {(loose_key(name), unit) for name in entry.names for unit in entry.admissible_units}:
            found[key] = entry if found.get(key, entry) is entry else None
    return found


@cache
def _by_name_alone() -> dict[str, Indicator | None]:
    """Key of a whole name → the indicator, None where the unit decides which of several it is."""
    found: dict[str, Indicator | None] = {}
    for (key, _), entry in _by_name().items():
        found[key] = entry if found.get(key, entry) is entry else None
    return found


def find_changed(subject: str, own: str = "") -> Indicator | None:
    """The indicator of which a growth rate is told whose level is not: 地区生产总值增长 5%.

    None where the words are those of several that are counted in different units.
    """
    if (exact := _by_name_alone().get(name_key(fold_label(subject)))) is not None:
        return exact
    found = {one.indicator_id: one for unit in _level_units() if (one := find_indicator(subject, unit, own))}
    return next(iter(found.values())) if len(found) == 1 else None


def _named(folded: str, base: str, part: str) -> Indicator | None:
    """The indicator of that whole name, or of its `part` where that is of the same sort."""
    if (exact := _by_name().get((name_key(folded), base))) is not None:
        return exact if _is_insured(exact, folded) else None
    sort = folded.removesuffix(part)[-_SORT:] if part else ""
    found = _by_name().get((name_key(part), base)) if sort and part.endswith(sort) else None
    return found if found is None or _is_insured(found, part) else None


def _is_insured(entry: Indicator, folded: str) -> bool:
    """Is an indicator of an insurance where a subject says that it counts those insured: 农民工参保 are not all 农民工?"""
    return not says_insured(folded) or any(map(is_insurance, entry.names))


def _done(folded: str, base: str) -> Indicator | None:
    """The indicator of a thing of which a subject says what is done, and by whom; for some persons only it is another."""
    loose = loose_key(folded)
    found = _by_loose_name().get((loose, base)) if loose != name_key(folded) else None
    whom = whom_of(folded) if found is not None else ()
    if found is not None and any(all(word not in name for name in found.names) for word in whom):
        return None
    return None if found is not None and adds_to_all(folded, found.name) else found


@cache
def _stated_in(unit: str) -> tuple[Indicator, ...]:
    """The indicators that a base unit may state and that have words, in order; the others are found by name alone."""
    return tuple(entry for entry in indicators() if entry.patterns and unit in entry.admissible_units)


@cache
def _change_ending() -> re.Pattern[str]:
    verbs = re.any_of(entry.word for entry in figure_words().changes)
    return re.compile(f"(?<!自然)(?:{verbs})$|(?:比|较|同比|环比).{{0,80}}(?:{verbs})")


def is_change(subject: str) -> bool:
    """Whether a subject is that of a change (ends with its verb, or compares) and not of a level."""
    return bool(_change_ending().search(fold_label(subject)))


@cache
def _level_units() -> tuple[str, ...]:
    """Base units in which indicators are counted, those of most of them first; no ratios."""
    counts: dict[str, int] = {}
    for entry in indicators():
        if not entry.unit.endswith(("%", "‰", "百分点", "千分点", "倍", "番")):
            counts[entry.unit] = counts.get(entry.unit, 0) + 1
    return tuple(sorted(counts, key=lambda unit: -counts[unit]))


# Documents of one series state the same subjects over and over.
@lru_cache(maxsize=4096)
def find_indicator(subject: str, unit: str, own: str = "") -> Indicator | None:
    """The indicator that `subject`, stated in `unit` (without multiplier), is a value of; None when there is none.

    A change is no value of an indicator: see is_change. `own` is the end of a subject that was completed by what
    it is a part of (the subject is 职业技能培训 补贴性培训, its own part 补贴性培训).
    """
    folded, part, base = fold_label(subject), fold_label(own), base_unit(unit)
    if is_change(folded):
        return None
    if (named := _named(folded, base, part)) is not None:
        return named
    scored = [(entry.score(folded, part), entry) for entry in _stated_in(base)]
    score, best = max(scored, key=lambda pair: pair[0], default=(0, None))
    if best is not None and score and part and _is_only_part(best, folded, part):
        return None
    return best if score else _done(folded, base)


def _is_only_part(entry: Indicator, folded: str, part: str) -> bool:
    """Is a part of what is an indicator already meant, where the part does not name the indicator itself?

    Of 补贴性职业技能培训 the 农民工培训 is not all of it: whole and part would contradict each other.
    """
    return entry.score(folded.removesuffix(part)) > 0 and not entry.score(part)
