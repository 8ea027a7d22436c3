"""What a change on last year is of: the name of a sum, or a path of the functional classification and its code.

Codes come from the document's own tables, else from the reference classification of the year.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.compile.basics.headed import headed
from hrss_tui.compile.basics.money import plain
from hrss_tui.compile.basics.patterns import spaced
from hrss_tui.records import BudgetLine
from hrss_tui.reference import functional_children, functional_names
from hrss_tui.reference.narrative import narrative_words
from hrss_tui.sources.outline import SEPARATOR
from hrss_tui.sources.text import fold

_STEP = re.compile(
    r"\s{0,99}(?P<name>[^;。]{1,400}?)\s{0,9}\(\s*+(?P<digits>\d*+)\s*+(?P<level>[类款项])\s*+\)", re.ASCII
)
_CODED = re.compile(
    r"\s{0,99}(?P<name>[^;。()]{1,400}?)\s{0,9}\(\s*+(?P<digits>\d{2,7})\s*+\)(?P<level>)", re.ASCII
)
_ORDINAL = re.compile(
    r"\s*(?:\d{1,3}[.、．](?!\d(?!\d{4}(?:\d\d)?\D))|\([一二三四五六七八九十\d]+\)|[一二三四五六七八九十]+、)\s*",
    re.ASCII,
)
_YEAR = re.compile(r"\d{4}\s*年(?:度)?\s*的?", re.ASCII)
_PART = re.compile(r"[\s、]{0,9}(?:其\s?中)?\s{0,9}")
_LED = re.compile(
    r"[\[(【]?\s?(?P<digits>\d{3}|\d{5}|\d{7})(?!\d)\s?[\])】]?\s?[-—–_:]{0,2}\s?(?=[\u3400-\u9fff“(])",
    re.ASCII,
)
"""A code before its name: 2080112-劳动人事争议调解仲裁, [208] 社会保障和就业支出."""
_AROUND = (("(", ")"), ("“", "”"))
_CUT = re.compile(r"[，;。:]")
_SUMS = ("合计", "共计", "总计", "共", "合计为", "共计为", "总额为", "总计为")
_LEVELS = (3, 5, 7)
_CLASS = "类"
_HEADED = 2
"""Where the pieces of a text begin that holds a sentence and what follows it."""
_LONGEST = 24


class Step(msgspec.Struct, frozen=True):
    """One level of a path: name at text[start:end], digits of the code and the word of the level where they are printed."""

    start: int
    end: int
    digits: str
    level: str = ""


class Codes(msgspec.Struct, frozen=True):
    """Folded names along the path → code, from the tables of the document; `year` chooses the reference."""

    known: Mapping[tuple[str, ...], str]
    year: int | None

    def find(self, names: list[str], digits: str, above: str = "") -> tuple[str | None, bool]:
        """(code, whether no table of the document holds it); None where nobody knows the path.

        `above` is the 类 that a heading names for a path that begins below it.
        """
        path = tuple(map(_bare, [above, *names] if above else names))
        own = digits if len(digits) in _LEVELS and digits in self.known.values() else self._known(path)
        if own:
            return own, False
        if len(digits) in _LEVELS:
            return digits, True
        code = _reference(path, self.year) if self.year else None
        return code, code is not None

    def _known(self, path: tuple[str, ...]) -> str | None:
        """The code of a path in the tables; of one that leaves a level out, where only one of them ends so."""
        if path in self.known or len(path) < _HEADED:
            return self.known.get(path)
        ends = [code for whole, code in self.known.items() if _leaves_out(path, whole)]
        return ends[0] if len(ends) == 1 else None

    def holds(self, digits: str) -> bool:
        """Is a number a code of the tables, or one of the reference, if only by its 款?"""
        reference = functional_names(self.year) if self.year else {}
        return digits in self.known.values() or digits in reference or digits[:5] in reference


def _leaves_out(path: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    """Does a path end as a whole one does, and name only levels of it in their order?"""
    levels = iter(whole)
    return len(whole) == len(_LEVELS) and path[-1] == whole[-1] and all(name in levels for name in path)


def class_above(section: str) -> str:
    """The 类 that the nearest heading over a passage names: 公共安全 of （一）公共安全（类）; "" where none does."""
    for heading in reversed(section.split(SEPARATOR)):
        steps = path(plain(heading), 0, len(heading))
        if len(steps) == 1 and steps[0].level == _CLASS:
            return heading[steps[0].start : steps[0].end]
    return ""


def codes(lines: Iterable[BudgetLine], year: int | None) -> Codes:
    """The paths that the functional tables of a document print."""
    names = {
        line.code: _bare(line.name) for line in lines if line.classification == "functional" and line.code
    }
    known = {}
    for code in names:
        path = [names.get(code[:length]) for length in _LEVELS if length <= len(code)]
        if all(path):
            known[tuple(name for name in path if name)] = code
    return Codes(known, year)


def _bare(name: str) -> str:
    """A name for comparison; 支出 at its end is sometimes left out."""
    return fold(name).removesuffix("支出")


@cache
def _children(year: int) -> Mapping[tuple[str, str], str]:
    return {(parent, _bare(name)): code for (parent, name), code in functional_children(year).items()}


def _reference(path: tuple[str, ...], year: int) -> str | None:
    code: str | None = ""
    for name in path:
        code = _children(year).get((code, name)) if code is not None else None
    return code or None


def path(form: str, start: int, end: int) -> list[Step]:
    """The steps 教育支出（类）职业教育（款）… at form[start:end]; empty where it is no path."""
    ordinal = _ORDINAL.match(form, start, end)
    start = ordinal.end() if ordinal else start
    for pattern in (_STEP, _CODED):
        steps, at = [], start
        while match := pattern.match(form, at, end):
            steps.append(Step(*match.span("name"), match["digits"], match["level"]))
            at = match.end()
        if steps:
            return steps
    return []


def led(form: str, start: int, end: int, book: Codes) -> Step | None:
    """The name at form[start:end] without the code that stands before it; None where none does."""
    match = _LED.match(form, start, end)
    if match is None or not book.holds(match["digits"]):
        return None
    start = match.end()
    if (form[start], form[end - 1]) in _AROUND:
        start, end = start + 1, end - 1
    return Step(start, end, match["digits"])


def is_use(text: str) -> bool:
    """Does a text say what money is for instead of naming it: 主要用于人员经费?"""
    return text.lstrip().startswith(narrative_words().changes.uses)


@cache
def _saying() -> re.Pattern[str]:
    return re.compile(
        rf"(?:\s|年初|当年|本年|(?:支出|收入)?(?:决算|执行)数?|{spaced(narrative_words().changes.endings)}){{1,6}}"
    )


def _only_says(text: str) -> bool:
    """Does a text say no more than that an amount follows: 预算数为?"""
    return bool(_saying().fullmatch(text)) or not text.strip()


@cache
def _endings() -> re.Pattern[str]:
    return re.compile(rf"(?:{spaced(narrative_words().changes.endings)})$")


@cache
def _lead(prefix: str) -> re.Pattern[str]:
    return re.compile(spaced([prefix]))


def _inside(form: str, start: int, end: int) -> int:
    """Where a name begins in a bracket that is open: 运行维护费 6 万元(购置费 0 万元."""
    opened: list[int] = []
    for at in range(start, end):
        if form[at] == "(":
            opened.append(at)
        elif form[at] == ")" and opened:
            opened.pop()
    return opened[-1] + 1 if opened else start


def _heading(form: str, cuts: list[int]) -> tuple[int, int] | None:
    """The short sentence that stands in the place of a heading before the words that only say that an amount follows."""
    if len(cuts) != _HEADED or form[cuts[1] - 1] not in "。:":
        return None
    ordinal = _ORDINAL.match(form, cuts[0], cuts[1])
    start = ordinal.end() if ordinal else cuts[0]
    text = form[start : cuts[1] - 1]
    return (start, cuts[1] - 1) if 1 < len(text) <= _LONGEST and not re.search(r"\d", text) else None


def _is_of_heading(said: str, heading: str) -> bool:
    """Is a sum that of the words in the place of a heading, because its own name nothing?"""
    return _only_says(said) or bool(headed(heading, said))


def name(form: str, start: int, end: int, departments: Iterable[str]) -> tuple[int, int]:
    """The range of the bare name in form[start:end]: without ordinal, department, year and 预算数为."""
    words = narrative_words().changes
    end = start + len(form[start:end].rstrip(" ，;。:"))
    cuts = [start, *(match.end() for match in _CUT.finditer(form, start, end))]
    start, told = cuts[-1], "".join(form[cuts[-1] : end].split())
    if len(cuts) > 1 and told in _SUMS:  # 维持运转而开支的机关运行经费，合计 96.5 万元
        end = cuts[-2] + len(form[cuts[-2] : start].rstrip(" ，"))
        start = max(cuts[-2], form.rfind("的", cuts[-2], end - 2) + 1)
    start = _inside(form, start, end)
    if part := _PART.match(form, start, end):
        start = part.end()
    if ordinal := _ORDINAL.match(form, start, end):
        start = ordinal.end()
    for match in _YEAR.finditer(form, start, end):
        if match.start() > start and _only_says(form[match.end() : end]):
            end = match.start()  # 就业管理事务 2033 年预算数为
        else:
            start = match.end()
    if (above := _heading(form, cuts)) is not None and _is_of_heading(form[start:end], form[slice(*above)]):
        return name(form, *above, departments)  # 1.公务接待费。2033年预算数
    for prefix in (*sorted(departments, key=len, reverse=True), *words.subjects):
        lead = _lead(prefix).match(form, start, end)
        start = lead.end() if lead else start
        start += bool(lead) and form.startswith("的", start, end - 2)  # 2033年，东山县公安局的机关运行经费
    while not form[start:end].endswith(words.whole) and (tail := _endings().search(form, start, end)):
        if tail.start() <= start:
            break
        end = start + len(form[start : tail.start()].rstrip())
    return start + len(form[start:end]) - len(form[start:end].lstrip()), end
