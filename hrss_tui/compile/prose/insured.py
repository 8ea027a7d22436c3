"""Who is insured, and in what: 参保人数 is of an insurance or a fund, never of what was only counted before it."""

from __future__ import annotations

import re
from functools import cache

from hrss_tui.compile.prose.context import Context
from hrss_tui.compile.prose.scopes import place_of
from hrss_tui.compile.prose.subjects import SEAM, Named
from hrss_tui.reference.prose import prose_words


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = prose_words()
    return re.compile(words.insured), re.compile(words.insurances)


def in_nothing(context: Context, antecedent: Named | None, dependent: Named) -> bool:
    """Are those insured completed by what was counted and nobody is insured in: 累计新增就业 5 万人，参保人数?"""
    people, insurances = _patterns()
    if antecedent is None or not people.match(dependent.text) or insurances.search(antecedent.text):
        return False
    counted = (*context.recent_before, *context.recent, *(one.subject for one in context.told))
    return not place_of(antecedent.text + SEAM) and any(one.text == antecedent.text for one in counted)
