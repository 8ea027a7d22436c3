"""Changes whose words stand apart: a rate with a bare verb behind its change, a name behind what it is compared with."""

from __future__ import annotations

from functools import cache

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.compile.prose import accounts, comparisons, subjects, tails
from hrss_tui.compile.prose.clauses import BRACKET
from hrss_tui.compile.prose.comparisons import Change
from hrss_tui.compile.prose.quantities import Quantity
from hrss_tui.compile.prose.situation import Situation
from hrss_tui.reference.prose import prose_words
from hrss_tui.reference.things import things
from hrss_tui.reference.turns import turns

_THINGS = things()
_TURNS = turns()
_REACH = 16
"""Characters of a level, its verb and what stands between them."""
_BARE = re.compile(r"[增减升降涨跌]")
_NAMED = re.compile(
    rf"(?P<when>(?:{re.any_of(_TURNS.time.before_names)}|\d{{4}}年)度?(?:同期)?)(?P<name>[\u3400-\u9fff]{{0,8}}(?:{re.any_of(_THINGS.names.staff)}))"
)
"""2032 年比 2031 年在职人员增加 3 人: what has changed stands behind its base."""


def rate(at: Situation, quantity: Quantity, low: int) -> Change | None:
    """The verb of a percentage, or of points behind a rate, right behind a level or a change, where nothing else stands before it: 较上年减 4 万元，减 8%."""
    last, folded = at.context.last, at.squeezed.folded
    if last is None or last.quantity.unit in tails.POINTS:
        return None
    unit = quantity.unit in tails.POINTS if last.quantity.unit in tails.RATIOS else quantity.unit == "%"
    bare = unit and at.statement.joint and _BARE.fullmatch(folded, low, quantity.start)
    return comparisons.listed(folded, low, quantity.start) if bare else None


def signed(at: Situation, quantity: Quantity) -> Change | None:
    """A plus sign alone in a bracket behind a level: 新增就业 3 万人（+2%）."""
    last, statement = at.context.last, at.statement
    plus = at.squeezed.folded[statement.start : quantity.start] in ("+", "↑")
    told = last is not None and last.change is None and not last.share and statement.joint == BRACKET
    alike = last is not None and quantity.base_unit in ("%", *tails.POINTS, last.quantity.base_unit)
    return Change(statement.start, "", "", "+", 1, False) if plus and told and alike else None


def of_level(at: Situation, quantity: Quantity, low: int) -> Change | None:
    """A bare verb behind what has a level of its own (次均费用降 310 元, 报销比例升 2 个百分点): by how much that has changed."""
    match = _level_verb().search(at.squeezed.folded, max(low, quantity.start - _REACH), quantity.start)
    return comparisons.listed(at.squeezed.folded, *match.span("verb")) if match else None


@cache
def _level_verb() -> re.Pattern[str]:
    levels = re.any_word(prose_words().level_nouns)
    each = r"(?:每[\u3400-\u9fff]){0,2}"
    return re.compile(rf"(?:{levels})(?:平均|同步|再|又|各|均|每次)?{each}(?P<verb>[增减升降涨跌])了?$")


def named(noun: str, found: Change) -> tuple[str, Change]:
    """What a change is of, and what against: where nothing is named before it, what its base is printed with."""
    match = None if noun else _NAMED.fullmatch(found.base)
    if match is None:
        return noun, found
    phrase = found.phrase.replace(found.base, match["when"], 1)
    return match["name"], msgspec.structs.replace(found, base=match["when"], phrase=phrase)


def of_account(at: Situation, quantity: Quantity, low: int) -> Change | None:
    """减收 behind a side of an account in the same unit, 缩短 behind any level: a verb alone that tells a change."""
    tells = _is_account_change(at, quantity)
    return comparisons.alone(at.squeezed.folded, low, quantity.start) if tells else None


def _is_account_change(at: Situation, quantity: Quantity) -> bool:
    """May a statement of nothing but a verb tell a change: 减收 behind a side of an account in the same unit, 缩短 behind any level?"""
    head, context = at.context.head, at.context
    rated = context.unit in tails.RATIOS and quantity.base_unit in tails.POINTS
    if head is None or not context.stated or not (rated or context.unit == quantity.base_unit):
        return False
    verb = at.squeezed.folded[at.frame.begin : quantity.start]
    side = accounts.is_side(subjects.without_brackets(head.text)) or head.text.endswith("决算数")
    return side if comparisons.is_side_verb(verb) else True
