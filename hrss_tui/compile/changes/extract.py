"""Year-on-year statements of a budget's narrative to `budget_changes`.

What a statement is of, this year's amount and its share stand before the comparison; where the amount does not,
it is the one that an earlier sentence under the same heading gives to the same name. Figures inside a reason are
left to the observations.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.compile.basics.facts import Claim, Harvest, Source, claims
from hrss_tui.compile.basics.headed import headed, is_general
from hrss_tui.compile.basics.money import DIGITS, Amount, amounts, decimal
from hrss_tui.compile.basics.passages import Passage, passages
from hrss_tui.compile.basics.patterns import spaced
from hrss_tui.compile.changes.brackets import brackets, is_within
from hrss_tui.compile.changes.names import Codes, Step, class_above, codes, is_use, led, name, path
from hrss_tui.compile.changes.statements import Statement, statements
from hrss_tui.records import BudgetChange, BudgetLine
from hrss_tui.records import BudgetTable as BudgetTableRow
from hrss_tui.reference import figure_words
from hrss_tui.reference.narrative import narrative_words
from hrss_tui.reference.things import things
from hrss_tui.sources.text import close_gaps, fold

_THINGS = things()
_SHARE = re.compile(rf"占[^，;。%]{{0,20}}?(?<![\d.,])(?P<digits>{DIGITS})\s*%", re.ASCII)
_YEAR = re.compile(r"(?<!\d)\d{4}\s*年", re.ASCII)
_OWN_YEAR = re.compile(r"\s*(?:[(\d一二三四五六七八九十]{1,4}[)、.．]\s*)?(?P<year>\d{4})\s*年", re.ASCII)
_DATED = re.compile(r"(?<!\d)(?P<year>\d{4})\s*年(?:度)?\s*$", re.ASCII)
"""The year right before a name: 2031年执行数 3 万元，2032年预算安排 3 万元."""
_REACH = 12
_EARLIER = re.compile(
    r"(?:(?<!\d)(?P<year>\d{4})\s*年(?:度)?|(?:上年|去年|上一年)(?:度)?)(?:(?:年初|全年|当年|调整)?(?:预算|决算|执行|完成){1,2}(?:安排)?数?)?(?:为|是)?\s*$"
)
"""Whose amount it is: 2032年预算数, 上年决算数."""
_COMPARES = ("比", "较")
_QUOTED = re.compile(r"“[^”]{0,400}”")
_AMONG = re.compile(r"其中|包括|包含|分别")
_FUNDS = re.compile(
    r"(?:保险|社保)(?:基金)?(?:收支)?(?:预|决)?算|(?:保险|社保)基金(?!管理(?:中心|局)|[^，。]{0,8}(?:部门|单位))"
)
_OUTCOME = re.compile(rf"(?:支出|收入)?(?:{re.any_of(_THINGS.money.done)})(?:支出)?(?:金额|总额|数)?")
"""What came of a budget, which names none."""
_SAID = re.compile(r"(?:安排)?(?:为|是|：|:)?$")
_PLANNED = re.compile(r"(?:收入|支出)?(?:年初|全年|调整)?(?:预算(?:安排)?|年初|全年)数?$")
_OF_IT = re.compile(r"(?:完成|达到|占)?了?(?:本年|当年)?")
"""Before the budget of what was just told: 完成预算."""
_BUDGET = "budget"
_QUOTES = "“‘「\"'"
_BELOW = ("款", "项")
"""Levels of a path that begins below a heading."""


@cache
def _changes() -> re.Pattern[str]:
    verbs = re.longest_of(entry.word for entry in figure_words().changes)
    return re.compile(rf"(?:同比|净|共|各|略)?(?:{verbs})(?:支出|收入)?了?")


class _Sum(msgspec.Struct, frozen=True):
    """An amount and the range of its bare name in a passage."""

    passage: Passage
    amount: Amount
    start: int
    end: int


_FULFILS = re.compile(r"(?:完成|占)[^，。;:\d]{0,16}\d[\d.]{0,6}\s?[%％]")
"""完成预算的 96%，比上年减少 3 万元: how much of it names nothing."""

_SUM_OF_MONEY = re.compile(rf"{DIGITS}[万亿]?元", re.ASCII)
_NOUGHT = re.compile(r"(?:为|是)?\s{0,9}(?<![\d.,])0(?:\.0{1,4})?$", re.ASCII)
"""公务用车购置为 0，与上年持平: nothing, which needs no unit."""

_Known = tuple[Sequence[_Sum], Mapping[str, _Sum], Sequence[_Sum]]
"""The amounts of a passage in their order, under its heading the last one of each name, and those of the passage before it."""


class _Subject(msgspec.Struct, frozen=True):
    """What a statement is of: name, code, this year's amount where it is stated, its share."""

    name: str
    start: int
    amount: _Sum | None
    code: str | None
    restored: bool
    share: tuple[int, int] | None


def extract(source: Source, found: Harvest) -> Harvest:
    """Every statement of change of a budget of items; other documents, and accounts of funds, state changes as observations."""
    if source.document.kind != _BUDGET or _is_of_funds(source.document.title, found):
        return Harvest()
    book = codes([line for line in found.of(BudgetLine) if isinstance(line, BudgetLine)], source.year)
    departments = _departments(source, found)
    named: dict[str, _Sum] = {}
    parent: object = None
    compared = False
    last: list[_Sum] = []
    records: list[BudgetChange] = []
    made: list[Claim] = []
    for passage in passages(source):
        if named and parent != passage.parent:
            named, compared, last = {}, False, []
        here = list(_sums(passage, departments, source.year))
        if here:
            parent = passage.parent
        kept = [one for one in here if _told_year(passage, one.start) in (None, source.year)]
        named.update((fold(passage.text.text[one.start : one.end]), one) for one in kept)
        used: list[Passage] = []
        for statement in statements(passage, compared):
            compared = True
            subject = _subject(passage, statement, (here, named, last), book, departments)
            if subject is not None:
                row = _row(source, passage, statement, subject)
                records.append(row)
                made += _claims(passage, statement, subject, row.change_id)
                used += [passage, subject.amount.passage] if subject.amount else [passage]
        last = kept or last
        made += [claim for one in {id(one): one for one in used}.values() for claim in _furniture(one)]
    return Harvest(tuple(records), tuple(dict.fromkeys(made)))


def _is_of_funds(title: str, found: Harvest) -> bool:
    """Is a document the account of insurance funds? It has no items of a department, and its headings name the fund."""
    tables = any(isinstance(row, BudgetTableRow) for row in found.of(BudgetTableRow))
    return bool(_FUNDS.search("".join(title.split()))) and not tables


def _departments(source: Source, found: Harvest) -> tuple[str, ...]:
    tables = [row for row in found.of(BudgetTableRow) if isinstance(row, BudgetTableRow)]
    names = [source.document.issuer, *(row.department for row in tables)]
    return tuple(dict.fromkeys(entry for entry in names if entry))


def _sums(passage: Passage, departments: Sequence[str], year: int | None) -> Iterator[_Sum]:
    """Every amount of a passage with the name that stands before it, but those of an earlier year (2032年预算数 5 万元)."""
    before, outside, closed = 0, 0, brackets(passage.plain, 0, len(passage.plain))
    for amount in amounts(passage.text.text):
        start, end = name(passage.plain, before, amount.start, departments)
        if passage.plain[start:end] == ")":  # 劳务费(含专家费 2 万元)9 万元
            opened = passage.plain.find("(", outside, before)
            start, end = name(passage.plain, outside, opened, departments) if opened >= 0 else (end, end)
        earlier = _EARLIER.search(passage.plain, before, amount.start)
        of_now = earlier is None or (year is not None and earlier["year"] == str(year))
        only_changed = _changes().fullmatch(passage.plain, start, end)  # 较年初预算数 24 万元减少 3 万元
        if start < end and of_now and not (only_changed or passage.plain.startswith(_COMPARES, start)):
            yield _Sum(passage, amount, start, end)
        outside = outside if is_within(closed, amount.start) else amount.end
        before = amount.end


def _subject(
    passage: Passage, statement: Statement, sums: _Known, book: Codes, departments: Sequence[str]
) -> _Subject | None:
    """What the head of a statement names; None where it names nothing."""
    form, text = passage.plain, passage.text.text
    here, named, last = sums
    begin, stop = _before_bracket(form, statement.start, statement.head)
    first = bisect_left(here, begin, key=lambda one: one.amount.start)
    within = here[first : bisect_right(here, stop, first, key=lambda one: one.amount.end)]
    own = _done(_outside(within, form, stop))
    stated = (_whole(own, form) or own[-1]) if own else None
    end = stated.amount.start if stated else statement.head
    share = _SHARE.search(form, stated.amount.end, statement.head) if stated else None
    shared = (share.start("digits"), share.end()) if share else None
    steps = path(form, statement.start, end)
    if steps:
        own_name, code, restored = _of_path(passage, steps, book)
        return _Subject(own_name, steps[0].start, stated, code, restored, shared)
    start, stop = (stated.start, stated.end) if stated else name(form, statement.start, end, departments)
    if stated is None and is_use(form[start:stop]):
        stated = _of_use(here[:first], form)
        start, stop = (stated.start, stated.end) if stated else (start, start)
    if stated is None and (bare_zero := _NOUGHT.search(form[start:stop])):
        stop = start + bare_zero.start()
    if start >= stop or (stated is None and _is_nameless(form[start:stop])):
        return None  # 同口径比上年减少 3 万元: what was told before has changed, as the observations say
    coded = led(form, start, stop, book)
    if coded is not None:
        start, stop = coded.start, coded.end
    bare = text[start:stop]
    code, restored = book.find([bare], coded.digits) if coded else (None, False)
    before = here[: bisect_left(here, start, key=lambda one: one.start)]
    above = headed(passage.above, form[start:stop])
    if above and _tells_nothing_else(before, above) and not (stated is None and any(_spent_before(last))):
        return _Subject(above, start, stated or named.get(fold(bare)), code, restored, shared)
    told = fold(bare)
    if _OUTCOME.fullmatch(told) or _PLANNED.fullmatch(told):
        steps = path(form, 0, start)
        if steps:
            own_name, code, restored = _of_path(passage, steps, book)
            return _Subject(own_name, start, stated, code, restored, shared)
    if _OUTCOME.fullmatch(told):
        of = _spent_of(passage, before)
        if not of and stated is None:
            of, stated = _spent_before(before or last)
        bare = of + bare
    return _Subject(close_gaps(bare), start, stated or named.get(fold(bare)), code, restored, shared)


def _is_nameless(text: str) -> bool:
    """Does what stands before a comparison name no sum: 同口径, 本年, 增减相抵后, or the amount of an unnamed one?"""
    said = "".join(text.split())
    bare = _SUM_OF_MONEY.sub("", said)
    fulfils = said.endswith("口径") or _FULFILS.fullmatch(said)
    return bool(fulfils or said in narrative_words().changes.nameless or (bare != said and is_general(bare)))


def _of_path(passage: Passage, steps: Sequence[Step], book: Codes) -> tuple[str, str | None, bool]:
    """Name, code and whether it was restored of a path, below the 类 of its heading where it begins with less."""
    names = [passage.text.text[step.start : step.end].lstrip(_QUOTES) for step in steps]
    above = class_above(passage.section) if steps[0].level in _BELOW else ""
    return close_gaps(names[-1]), *book.find(names, "".join(step.digits for step in steps), above)


def _outside(own: Sequence[_Sum], form: str, stop: int) -> Sequence[_Sum]:
    """The amounts but those in a bracket that closes before a comparison: 车辆经费 12 万元(购置 5 万元、运行 7 万元)，比上年."""
    closed = brackets(form, own[0].amount.end if len(own) > 1 else stop, stop)
    return [one for one in own if not is_within(closed, one.amount.start)] or own


def _done(own: Sequence[_Sum]) -> Sequence[_Sum]:
    """The amounts but what was set for those before them, which nothing else names: 甲 15 万元，完成预算 16 万元的 94%，比上年."""
    return [*own[:1], *(one for one in own[1:] if not _only_planned(one))]


def _only_planned(one: _Sum) -> bool:
    """Does nothing but that it was planned name an amount?"""
    told = _SAID.sub("", fold(one.passage.text.text[one.start : one.amount.start]))
    lead = _OF_IT.match(told)
    return bool(_PLANNED.fullmatch(told, lead.end() if lead else 0))


def _before_bracket(form: str, start: int, head: int) -> tuple[int, int]:
    """Where to look for what a comparison is of: not in the bracket that closes before it (经费 90 万元(其中: …)，比上年减少)."""
    depth, outside = 0, 0
    for mark in re.finditer(r"[();。]", form[start:head]):
        depth += {"(": 1, ")": -1}.get(mark.group(), 0)
        outside = start + mark.end() if depth < 0 else outside
    opened = form.rfind("(", 0, start) if depth < 0 else -1
    if opened < 0 or re.search(r"[;。]", form[outside:head]):
        return start, head
    return max(form.rfind(mark, 0, opened) for mark in ";。") + 1, opened


def _tells_nothing_else(before: Sequence[_Sum], above: str) -> bool:
    """Do the sums of a passage so far name nothing but what its heading does, so that a general word behind them is of that?"""
    texts = (one.passage.text.text[one.start : one.end] for one in before)
    return all(is_general(text) or above in close_gaps(text) for text in texts)


def _spent_of(passage: Passage, before: Sequence[_Sum]) -> str:
    """Of what a budget was that is named in the same sentence: “三公”经费 of “三公”经费支出预算 25 万元，支出决算 19 万元."""
    if not before:
        return ""
    told = _SAID.sub("", passage.text.text[before[-1].start : before[-1].amount.start].rstrip())
    between = passage.plain[before[-1].amount.end :]
    planned = _PLANNED.search(told)
    return told[: planned.start()].rstrip() if planned and between and planned.start() else ""


def _spent_before(last: Sequence[_Sum]) -> tuple[str, _Sum | None]:
    """Of what a budget was of which the paragraph before tells what came, and how much: 决算数比上年减少 2 万元."""
    texts = [one.passage.text.text[one.start : one.end] for one in last]
    told = [
        _SAID.sub("", one.passage.text.text[one.start : one.amount.start].rstrip()) for one in last
    ]  # the name is without 预算
    planned = (text[: match.start()].rstrip() for text in told if (match := _PLANNED.search(text)))
    of = next(filter(None, planned), "")
    done = [one for one, text in zip(last, texts, strict=True) if _OUTCOME.fullmatch(fold(text))]
    return (of, done[-1]) if of and done else ("", None)


def _of_use(before: Sequence[_Sum], form: str) -> _Sum | None:
    """The amount of which a clause says what it is for: the only one before it, or the whole of those before it."""
    return before[0] if len(before) == 1 else _whole(before, form)


def _whole(own: Sequence[_Sum], form: str) -> _Sum | None:
    """The amount that all amounts behind it are made of (收入 90 万元，其中拨款 70 万元、其他 20 万元，比上年增加 8 万元)."""
    for index, one in enumerate(own[:-2]):
        parts = own[index + 1 :]
        among = _AMONG.search(form, one.amount.end, parts[0].amount.start)
        if among and sum(part.amount.fen for part in parts) == one.amount.fen:
            return one
    return None


def _row(source: Source, passage: Passage, statement: Statement, subject: _Subject) -> BudgetChange:
    text = passage.text.text
    change = statement.sign * statement.change.fen
    stated = subject.amount
    percent = text[slice(*statement.percent)].rstrip("%％ ") if statement.percent else None
    share = text[slice(*subject.share)].rstrip("%％ ") if subject.share else None
    reason = text[slice(*statement.reason)] if statement.reason else None
    lines = passage.text.lines(subject.start, statement.end)
    if stated:
        place = stated.passage.text.lines(stated.start, stated.amount.end)
        lines = min(lines[0], place[0]), max(lines[1], place[1])
    return BudgetChange(
        change_id=source.place(passage.text.spans(statement.change.start, statement.change.end)[0]),
        code=subject.code,
        code_restored=subject.restored,
        name=subject.name,
        amount=stated.amount.fen if stated else None,
        change=change,
        percent=float(decimal(percent)) * statement.percent_sign + 0.0 if percent else None,
        previous_amount=stated.amount.fen - change if stated else None,
        reclassified=bool(reason and is_reclassified(reason)),
        reason=close_gaps(reason) if reason else None,
        year=_year_of(passage, statement, subject) or source.year,
        printed=stated.amount.digits if stated else None,
        change_printed=statement.change.digits,
        percent_printed=percent,
        section=passage.section,
        share=float(decimal(share)) if share else None,
        share_printed=share,
        doc_id=source.doc_id,
        line_start=lines[0],
        line_end=lines[1],
    )


def _year_of(passage: Passage, statement: Statement, subject: _Subject) -> int | None:
    """The year that stands before this year's amount and is none it is measured against: 2032年…支出决算 3 万元."""
    stated = subject.amount
    if stated is None or stated.passage is not passage:
        return None
    own = _DATED.search(passage.plain, max(0, stated.start - _REACH), stated.start)
    return int(own["year"]) if own else _told_year(passage, stated.start)


def _told_year(passage: Passage, at: int) -> int | None:
    """The year that the sentence begins with in which something stands; None where it begins with none."""
    begin = max(passage.plain.rfind(mark, 0, at) for mark in "。;") + 1
    told = _OWN_YEAR.match(passage.plain, begin)
    return int(told["year"]) if told else None


@cache
def _nouns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = narrative_words().changes.reclassified
    noun, verb = f"(?:{spaced(words.nouns)})", f"(?:{spaced(words.verbs)})"
    moved = re.compile(rf"{noun}[^，；。;]{{0,12}}{verb}|{verb}[^，；。;]{{0,12}}{noun}")
    return moved, re.compile(spaced(words.not_nouns))


def is_reclassified(reason: str) -> bool:
    """Does the reason say that money moved between functional codes? Quoted names of codes say nothing."""
    moved, others = _nouns()
    return bool(moved.search(others.sub("", _QUOTED.sub("", reason))))


def _claims(passage: Passage, statement: Statement, subject: _Subject, by: str) -> Iterator[Claim]:
    """The figures of the statement for its record."""
    ranges = [(statement.change.start, statement.change.end), statement.percent, subject.share]
    for part in ranges:
        if part:
            yield from claims(passage.text, *part, by)
    if subject.amount:
        amount = subject.amount.amount
        yield from claims(subject.amount.passage.text, amount.start, amount.end, by)


def _furniture(passage: Passage) -> Iterator[Claim]:
    """Years and the printed number of a passage that a statement was read from."""
    for match in _YEAR.finditer(passage.plain):
        yield from claims(passage.text, match.start(), match.end(), "year", fact=False)
    if passage.number and re.search(r"\d", passage.number):
        yield from claims(passage.text, 0, len(passage.number), "heading_number", fact=False)
