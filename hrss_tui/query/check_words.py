"""The sentence of a check and the reason of its result in the language of the reader.

Packages hold them in Chinese, the language of their documents. In English the turns of phrase are English;
indicators and prefectures have the English names of the package, budget codes, tables and columns those of the
reference data, and what has none stays as it is printed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from hrss_tui import lazy_re as re
from hrss_tui.formulas import without_math
from hrss_tui.pack.read import Pack
from hrss_tui.records import Check
from hrss_tui.words.check_sentences import OUGHT, TURNS

_FAILS, _WORDING = "fails", "wording"

_PLAIN = r"[^\s：:，,；;=+−÷“”]"
_NAME = re.compile(rf"{_PLAIN}+(?:“[^”]{{0,200}}”{_PLAIN}+| \([^)\s]{{0,200}}\){_PLAIN}*)?")
_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_UNIT = re.compile(r"(?<=\d)( ?+)([\u4e00-\u9fff]{1,12}+(?:/[\u4e00-\u9fff]{1,12}+){0,3})(?![^\s,;)])")
"""What stands behind a number, and nothing behind it."""
_NUMERIC = "0123456789.,<>=≥≤~+- "
_DIGITS = "0123456789.,"
_DAYS = frozenset("年月日")
"""What stands so behind the number of a day, and is no unit there."""
_NUMBERED = re.compile(r"(?:\b\d{3,7}|\b[Tt]able \d{1,3}) $")
"""A code or a table, of which the name follows."""
_TOTAL = "Total"
_LEVEL = re.compile(r"(\S{1,60}) \(([类款项]|blank)\)")
_LEVELS = {"类": "class", "款": "group", "项": "item", "blank": "blank"}
"""What sentences add to a name: its level in the classification, that nothing stands there."""
_ORDINAL = re.compile(r"^(?:[一二三四五六七八九十]+、|\d+[.、．]|其中：)")


def description(check: Check, lang: str, names: Mapping[str, str]) -> str:
    """What must equal what; `names` are those of `english_names`."""
    said = without_math(check.description)
    return in_english(said, names) if lang == "en" else said


def stated(check: Check, lang: str, names: Mapping[str, str]) -> str:
    """The same as a title, which no status stands before: of what is not so, that it ought to be.

    A remnant of a template is quoted: that ought not to be.
    """
    quoted = check.kind == _WORDING and "=" not in without_math(check.description)
    ought = OUGHT[lang == "en"] if check.status == _FAILS and not quoted else ""
    return ought + description(check, lang, names)


def reason(check: Check, lang: str, names: Mapping[str, str]) -> str:
    """Why it is not exact; empty where it is."""
    said = without_math(check.reason or "")
    return in_english(said, names) if lang == "en" and said else said


def in_english(text: str, names: Mapping[str, str]) -> str:
    """A sentence of a check with its turns in English."""
    for pattern, instead in _turns():
        text = pattern.sub(instead, text)
    text = _UNIT.sub(_unit, text.strip())
    named, at = "", 0
    for start, end in _wholes(text):
        named += text[at:start] + _beside(text[:start], text[start:end], names)
        at = end
    named += text[at:]
    return named[:1].upper() + named[1:]


def _wholes(text: str) -> list[tuple[int, int]]:
    """Where Chinese names stand, those beside each other together."""
    found: list[tuple[int, int]] = []
    for one in _NAME.finditer(text):
        if _CHINESE.search(one[0]):
            together = bool(found) and text[found[-1][1] : one.start()] == " "
            start = found.pop()[0] if together else one.start()
            found.append((start, one.end()))
    return found


def _unit(found: re.Match[str]) -> str:
    """A unit behind a number in English, unless both are part of a phrase of the document."""
    from hrss_tui.reference.english import english_unit

    ahead = found.string[: found.start()]
    before = ahead.rstrip(_NUMERIC)[-1:]
    said = english_unit(found[2], ahead[len(ahead.rstrip(_DIGITS)) :])
    quoted = not found[1] and (found[2] in _DAYS or _CHINESE.match(before) is not None)
    return found[0] if said == found[2] or quoted else f" {said}"


def _beside(before: str, printed: str, names: Mapping[str, str]) -> str:
    """Names beside each other: the one behind a code or the number of a table is of that alone, a total at the end of all."""
    parts = _NAME.findall(printed)
    first, last = (parts[:1], parts[-1:]) if len(parts) > 1 else ([], [])
    if not (_NUMBERED.search(before) and all(_named(one, names) != one for one in first)):
        first = []
    if not (last and _named(last[0], names).startswith(_TOTAL)) or len(parts) == len(first):
        last = []
    middle = parts[len(first) : len(parts) - len(last)]
    said = [_whole(" ".join(one), names) for one in (first, middle, last) if one]
    return " ".join(said)


def _whole(printed: str, names: Mapping[str, str]) -> str:
    """Names that stand beside each other, which are one: in English where all of them have one, else as printed."""
    said = [_named(one, names) for one in _NAME.findall(printed)]
    return printed if any(map(_CHINESE.search, said)) else " ".join(said)


def _named(printed: str, names: Mapping[str, str]) -> str:
    """A name in English where it has one; an ordinal before it stays."""
    from hrss_tui.reference.english import english_of

    ordinal = _ORDINAL.match(printed)
    before = ordinal[0] if ordinal else ""
    name = printed[len(before) :]
    english = names.get(name) or english_of(name)
    level = None if english else _LEVEL.fullmatch(name)
    if level is not None:
        english = f"{of_level} ({_LEVELS[level[2]]})" if (of_level := english_of(level[1])) else ""
    return before + english if english else printed


@cache
def _turns() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(pattern), instead) for pattern, instead in TURNS)


def english_names(pack: Pack) -> dict[str, str]:
    """Chinese name → English name of every indicator, prefecture and column of prefectures of a package."""
    found: dict[str, str] = dict(_metrics(pack))
    for table, name in (("indicators", "name"), ("prefectures", "name"), ("prefectures", "short_name")):
        if table in pack.schema:
            found.update(zip(pack.column(table, name), pack.column(table, "name_en"), strict=True))
    for aliases, english in _aliases(pack):
        for alias in aliases:
            found.setdefault(alias, english)
    return {name: english for name, english in found.items() if english}


def _metrics(pack: Pack) -> Iterator[tuple[str, str]]:
    """What tables by prefecture head their columns with, where the reference knows the metric and the label means one."""
    from hrss_tui.reference.metrics import told_metric

    if "prefecture_totals" in pack.schema:
        labels, keys = (pack.column("prefecture_totals", name) for name in ("metric_label", "metric"))
        found: dict[str, set[str]] = {}
        for label, key in zip(labels, keys, strict=True):
            found.setdefault(label, set()).add(told_metric(key, label)[1])
        yield from ((label, one) for label, (one, *more) in found.items() if not more and one != label)


def _aliases(pack: Pack) -> Iterator[tuple[Sequence[str], str]]:
    if "indicators" in pack.schema:
        yield from zip(
            pack.column("indicators", "aliases"), pack.column("indicators", "name_en"), strict=True
        )
