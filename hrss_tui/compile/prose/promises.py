"""What a paper promised, which stands in it as an item before what has come of it."""

from __future__ import annotations

import re

from hrss_tui.compile.prose.clauses import Sentence
from hrss_tui.sources.paragraphs import Kind

_COME = re.compile(r"[^，。；]{0,16}(?:已|完成|实际|累计|竣工|达到序时)|截至|截止|目前|现已|\d{1,2}月")
"""How far something has come, at the beginning of a sentence or in it."""
_SO_FAR = re.compile(r"，(?:目前|现|截至[^，。；]{0,12}，?)?(?:已|实际)[\u3400-\u9fff]{0,10}\d")
"""为 5 万名老人体检，已体检 4 万人: how far, in the sentence itself."""


def is_promise(folded: str, sentence: Sentence, start: int, sort: str) -> bool:
    """Is a sentence that opens an item what was promised, behind which stands how far it has come?"""
    text = folded[sentence.start : sentence.end]
    first, _, rest = text.partition("，")
    if sentence.start != start or _COME.search(first):
        return False
    if _COME.search(rest):
        return bool(_SO_FAR.search(text, len(first)))
    return sort == Kind.HEADING.value or bool(_COME.match(folded, sentence.end))
