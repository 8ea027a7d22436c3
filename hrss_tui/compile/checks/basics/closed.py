"""Parts whose names leave nothing of their whole out: 人员经费 and 公用经费, the three of “三公”经费."""

from __future__ import annotations

from collections.abc import Sequence

from hrss_tui.reference import fold_label
from hrss_tui.reference.parts import closed_leads, closed_parts, closed_wholes


def is_closed(names: Sequence[str], whole: str | None = None) -> bool:
    """Are parts of such names all there are, and the whole, where it is told, what they are all of?

    A part of some only (在职人员经费, 局机关公务接待费) is not all of its kind.
    """
    folded = [fold_label(name) for name in names]
    return any(
        len(folded) == len(kinds)
        and all(sum(any(_is_all(name, word) for word in kind) for name in folded) == 1 for kind in kinds)
        and (whole is None or any(word in fold_label(whole) for word in of))
        for kinds, of in zip(closed_parts(), closed_wholes(), strict=True)
    )


def _is_all(name: str, word: str) -> bool:
    """Is a name of such a word told without saying of whom?"""
    lead, found, _ = name.partition(word)
    return bool(found) and not _said_of(lead)


def _said_of(lead: str) -> str:
    """What is left of the words before a name without those that leave it what it is: 日常, 公务."""
    for word in closed_leads():
        lead = lead.replace(word, "")
    return lead
