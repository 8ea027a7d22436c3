"""The real change on last year as a picture: the steps between the two amounts, and the largest changes below them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from hrss_tui.export.shown.bars import Bar, bars
from hrss_tui.export.shown.sheet import Line, Picture, Run
from hrss_tui.query.real_change import ABOUT, Item, RealChange, Step, ranked, steps

MOST: Final = 12
"""Changes that are drawn, the largest ones."""
_STYLES: Final = {"last": "dim", "this": "bar", "grew": "warn", "shrank": "good"}
LEVELS: Final = ("last", "this")
"""Steps that are amounts of a year and no changes."""


def change_picture(  # noqa: PLR0913, PLR0917
    found: RealChange,
    title: str,
    largest: str,
    step_name: Callable[[Step], str],
    item_name: Callable[[Item], str],
    money: Callable[[int, bool], str],
    notes: tuple[str, ...] = (),
) -> Picture:
    """The picture of a section; `largest` heads its changes, `money` says an amount of 分, signed or not."""
    made = [
        Bar(
            step_name(step),
            money(step.amount, step.key not in LEVELS),
            step.start,
            step.end,
            _STYLES.get(step.key, "accent"),
        )
        for step in steps(found)
    ]
    own = [(item, item.own) for item in ranked([found]) if item.own][:MOST]
    rows = [
        Bar(
            item_name(item),
            f"{ABOUT if item.derived else ''}{money(amount, True)}",
            0,
            amount,
            _style(amount),
        )
        for item, amount in own
    ]
    lines: tuple[Line, ...] = bars(made)
    if rows:
        lines = (*lines, (), (Run(largest, "head"),), *bars(rows))
    documents = tuple(dict.fromkeys(item.first.doc_id for item in found.items))
    return Picture(title, lines, notes, documents)


def _style(amount: int) -> str:
    return _STYLES["shrank" if amount < 0 else "grew"]
