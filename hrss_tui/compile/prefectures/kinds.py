"""What the figures of a table are, as a label or its title says: aims, outcomes, changes, parts of what was aimed at, what is allotted."""

from __future__ import annotations

from hrss_tui.compile.prefectures.names import FULFILS, UNIT
from hrss_tui.compile.prefectures.periods import compares
from hrss_tui.compile.prefectures.units import is_ratio
from hrss_tui.reference.metrics import is_rate, kind_words, says_allotted
from hrss_tui.sources.text import fold

_PROGRESS, _STATE = "进度", "情况"


def said_kind(text: str) -> str | None:
    """target, actual, change or rate, as a label says."""
    if compares(text):
        return "change"
    if FULFILS.search(text) and (is_percent(text) or is_rate(UNIT.sub("", text))):
        return "rate"
    folded = fold(UNIT.sub("", text))
    return next((each.kind for each in kind_words() if any(word in folded for word in each.words)), None)


def is_percent(text: str) -> bool:
    """Does a label say that its values are parts in a hundred?"""
    stated = UNIT.search(text)
    return is_ratio(stated["unit"]) if stated else fold(text).endswith(("%", "‰"))


def is_completion(text: str) -> bool:
    """Is a column a rate of completion, which is no value of its metric?"""
    return "完成率" in text or "完成比例" in text or "进度" in text


def table_kind(title: str, planned: bool) -> str:
    """What the values of a table are where its columns do not say: by its title, else as they are `planned` or not.

    What a table shows the progress of (完成进度表) is what was done, no part of it in a hundred.
    """
    said = said_kind(title.replace(_PROGRESS, _STATE))
    if said is None and says_allotted(title):
        return "allocation"
    return said or ("target" if planned else "actual")
