"""Remnants of a template: both verbs left standing, a bracket to be filled in, a reason that was never given."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from hrss_tui import lazy_re as re
from hrss_tui.compile.checks.basics.identity import Identity
from hrss_tui.compile.checks.text.figures import Passage
from hrss_tui.compile.checks.text.findings import finding
from hrss_tui.records import Check
from hrss_tui.reference.checks import template_words
from hrss_tui.reference.statements import statement_words
from hrss_tui.reference.things import things
from hrss_tui.words.check_reasons import because

_THINGS = things()
_WORDS = statement_words()
_QUOTED = 12


_NEAR = 40
_RATIO = re.compile(rf"{re.any_of(_WORDS.rates.unitless)}|[为是达到]约?\s?\d+(?:\.\d+)?(?=[，,])")
"""What has no unit, by its name or as it is printed without one, so that its change has none."""
_MANY = 12
"""Remnants of one kind from which on the document is a template that nobody filled in."""


def checks(passages: Sequence[Passage]) -> Iterator[Check]:
    """Every remnant in the prose, with the words around it; of a blank template one for all."""
    for reason, pattern in _patterns():
        found = [
            (passage, match)
            for passage in passages
            for match in pattern.finditer(passage.text)
            if not _is_of_ratio(passage.text, match.start())
        ]
        for passage, match in found if len(found) < _MANY else found[:1]:
            around = passage.text[max(0, match.start() - _QUOTED) : match.end() + _QUOTED]
            at = passage.block(match.start())
            identity = Identity("wording", f"文字：…{around}…", at, "", f"{match.start()}")
            yield finding(
                identity, reason if len(found) < _MANY else because("all_over", why=reason, count=len(found))
            )


def _is_of_ratio(text: str, at: int) -> bool:
    """Does the sentence before an offset speak of what is stated without a unit: 求人倍率为 1.38，较上月上升 0.07?"""
    begin = max(text.rfind("。", 0, at), text.rfind(";", 0, at), at - _NEAR)
    return bool(_RATIO.search(text, max(begin, 0), at))


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    words = template_words()
    verbs = re.any_of(map(re.escape, words.verbs))
    blanks = re.any_of(map(re.escape, words.placeholders))
    reasons = re.any_of(map(re.escape, words.openers))
    purposes = re.any_of(map(re.escape, words.purposes))
    same = re.any_of(map(re.escape, words.unchanged))
    rates = re.any_of(map(re.escape, words.rates))
    return (
        (
            because("verbs_left"),
            re.compile(rf"(?P<one>{verbs})\s?[(/]\s?或?\s?(?!(?P=one))(?:{verbs})\s?\)?(?=\s?\d)"),
        ),
        (
            because("place_left"),
            re.compile(
                rf"\((?:{blanks})\)|\((?:请|可|需)?(?:简要|具体|详细)?(?:{re.any_of(_THINGS.names.blanks)})[^():]{{0,8}}\)|(?<![A-Za-z])[Xx×]{{2,6}}(?![A-Za-z])"
                r"|(?<![A-Za-z\dXx×*])[Xx×](?=[十百千万亿]{0,2}元|%|个百分点)|_{3,}"
            ),
        ),
        (
            because("no_reason"),
            re.compile(rf"(?:{reasons})\s?(?:是|为|在于|:)\s?(?=[。;，…]|$)|(?:{purposes})\s?(?=[。;])"),
        ),
        (because("change_of_none"), re.compile(rf"(?:{same})\s?\d[\d,.]*\s?[万亿]?元")),
        (because("no_percent_sign"), re.compile(rf"(?:{rates})\s?\d+\.\d+(?=[。，;])")),
    )
