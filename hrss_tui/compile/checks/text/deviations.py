"""预决算差异率: by how much of a budget its outcome differs from it (年初预算数 70 万元，决算数 77 万元，预决算差异率 10%)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hrss_tui import lazy_re as re
from hrss_tui.compile.checks.basics.identity import Identity, Quantity, percentage
from hrss_tui.compile.checks.text.figures import PERCENT, Figure, Passage
from hrss_tui.records import Check
from hrss_tui.reference.statements import statement_words
from hrss_tui.words.check_reasons import because

_WORDS = statement_words()
_RATE = re.compile(r"(?:差异|偏离|偏差)(?:率|度)(?:为|是)?$")
_BUDGET = re.compile(r"(?:预算|年初)(?:安排)?数?(?:为|是)?$")
_DONE = re.compile(r"(?:决算|执行)数?(?:为|是)?$")
_OTHERS = re.compile(re.any_of(_WORDS.balances.others))
"""Words of another budget, another time or a part of either before a rate: it is of them only where they were told."""
_CONTEXT = because("rate_of_two")


def checks(passages: Sequence[Passage]) -> Iterator[Check]:
    """Every such rate that stands directly behind a budget and its outcome."""
    for passage in passages:
        for budget, done, rate in zip(
            passage.figures, passage.figures[1:], passage.figures[2:], strict=False
        ):
            if _belong(passage, budget, done, rate) and budget.value:
                yield _differs(passage, budget, done, rate)


def _belong(passage: Passage, budget: Figure, done: Figure, rate: Figure) -> bool:
    """Are three figures side by side a budget, what came of it, and how far one is from the other?"""
    said = (one.before.strip(" ，,:") for one in (budget, done, rate))
    named = all(form.search(words) for form, words in zip((_BUDGET, _DONE, _RATE), said, strict=True))
    near = budget.sentence == done.sentence == rate.sentence and budget.depth == done.depth
    exact = budget.base == done.base and not any(map(passage.is_bound, (budget, done, rate)))
    own = all(word in budget.before + done.before for word in _OTHERS.findall(rate.before))
    return named and near and rate.unit == PERCENT and exact and own


def _differs(passage: Passage, budget: Figure, done: Figure, rate: Figure) -> Check:
    """The rate by the two; printed without its sign where the outcome is less, as often it is."""
    words = f"决算数 {done.printed}{done.unit}，比 {budget.printed}{budget.unit} 的增减 {rate.printed}% = 差额 ÷ 基数"
    at = passage.block(rate.start)
    identity = Identity("stated_growth", words, at, PERCENT, str(rate.start), _CONTEXT)
    change = passage.quantity(done) - passage.quantity(budget)
    if change.value < 0 < rate.value:
        change = Quantity(-change.value, change.error, change.ids)
    return percentage(identity, passage.quantity(rate), change, passage.quantity(budget))
