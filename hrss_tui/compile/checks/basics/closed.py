"""Parts whose names leave nothing of their whole out: 人员经费 and 公用经费, the three of “三公”经费."""

from __future__ import annotations

from collections.abc import Sequence

from hrss_tui.reference import fold_label
from hrss_tui.reference.checks import closed_parts, closed_wholes


def is_closed(names: Sequence[str], whole: str | None = None) -> bool:
    """Are parts of such names all there are, and the whole, where it is told, what they are all of?"""
    folded = [fold_label(name) for name in names]
    return any(
        len(folded) == len(kinds)
        and all(sum(any(word in name for word in kind) for name in folded) == 1 for kind in kinds)
        and (whole is None or any(word in fold_label(whole) for word in of))
        for kinds, of in zip(closed_parts(), closed_wholes(), strict=True)
    )
