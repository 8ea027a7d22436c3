"""What a reason of a change says to have changed hands: money that came from another body, or went to one."""

from __future__ import annotations

from functools import cache

from hrss_tui import lazy_re as re
from hrss_tui.compile.basics.money import amounts
from hrss_tui.records import BudgetChange
from hrss_tui.reference import figure_words
from hrss_tui.reference.narrative import narrative_words

_CLAUSE = re.compile(r"[;。；]")
_PARTS = re.compile(r"[，,](?!\d)")


def changed_hands(one: BudgetChange) -> tuple[int, bool]:
    """What changed hands by the reason, signed, and whether all of that is told: one amount per clause that says so."""
    moved = 0
    for clause in _CLAUSE.split(one.reason or ""):
        if _moves(clause):
            sums = list(amounts(clause))
            own = _moved_in(clause, one.change) if len(sums) > 1 else _of_one(clause, one.change)
            if own is None:
                return moved, False
            moved += own
    return moved, True


def _moves(text: str) -> bool:
    return any(verb in text for verb in narrative_words().changes.moved.verbs)


def _of_one(text: str, change: int) -> int | None:
    """The one amount of a text, signed; None where there is none, or several."""
    found = list(amounts(text))
    return _sign(text[: found[0].start], change) * found[0].fen if len(found) == 1 else None


def _moved_in(clause: str, change: int) -> int | None:
    """What changed hands by a clause of several amounts: those beside a word for that, where the others have reasons of their own.

    None where one of them may be more of what changed hands (划转人员经费 30 万元，公用经费 5 万元).
    """
    words = narrative_words().changes.moved
    moved, told = 0, False
    for part in _PARTS.split(clause):
        amount = _of_one(part, change)
        if _moves(part):
            if amount is None and (any(amounts(part)) or not any(cause in part for cause in words.causes)):
                return None
            moved, told = moved + (amount or 0), told or amount is not None
        elif any(amounts(part)) and not _says_why(part):
            return None
    return moved if told else None


def _says_why(part: str) -> bool:
    return any(
        word in part for word in (*narrative_words().changes.moved.own, *(word for word, _ in _signs()))
    )


@cache
def _signs() -> tuple[tuple[str, int], ...]:
    return tuple((change.word, change.sign) for change in figure_words().changes if change.sign)


@cache
def _ways() -> tuple[tuple[str, int], ...]:
    """Words of moving with the direction they say."""
    words = narrative_words().changes.moved
    return (*((word, 1) for word in words.into), *((word, -1) for word in words.out))


def _sign(before: str, change: int) -> int:
    """+1 or -1: as the last word of change before an amount says, else the word for its move, else as the whole change goes."""
    for told in (_signs(), _ways()):
        at, sign = max(((before.rfind(word), sign) for word, sign in told), default=(-1, 0))
        if at >= 0:
            return sign
    return -1 if change < 0 else 1
