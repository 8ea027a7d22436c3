"""What a word means among the subjects that departments are compared by."""

from __future__ import annotations

from hrss_tui.query.places import fold
from hrss_tui.reference.spending import Subject, subjects


def find_subject(word: str) -> Subject | None:
    """The subject of the reference that a word means; None where it is none."""
    wanted = fold(word)
    for one in subjects():
        if wanted in (fold(one.key), fold(one.name), fold(one.name_en), *map(fold, one.labels)):
            return one
    return None
