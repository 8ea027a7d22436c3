"""Every regular expression of the package takes linear time, whatever text it is given: shown from its structure, not measured.

All patterns are collected, also those built from reference data, and each is looked through for texts that two of its rounds (or a
search, which begins anew at each character) can both take. `scripts/attack_patterns.py` measures the same by the clock.
"""

from __future__ import annotations

import pytest

from tests.conftest import SEEDS
from tests.robustness.patterns.ambiguity import doubts
from tests.robustness.patterns.collected import Pattern, collected

PROVEN = {
    "hrss_tui/query/search/normal.py": "of two spaces the second begins with the alternative that takes all that follow",
    "hrss_tui/query/search/grams.py": "where a digit follows a digit it matches, up to the last one",
}
"""Modules with a pattern that is linear for a reason which its structure does not show."""


@pytest.fixture(scope="module")
def patterns() -> list[Pattern]:
    return collected(SEEDS)


def slow(patterns: list[Pattern]) -> dict[str, str]:
    """Where patterns stand that two ways lead through, with the pattern and such a text."""
    found = {}
    for each in patterns:
        for doubt in doubts(each.pattern, each.flags, frozenset(each.uses)):
            found[f"{each.place} {each.pattern[:80]}"] = (
                f"{doubt.before!r} and many {doubt.word!r}, by {each.uses}"
            )
    return found


def test_no_pattern_has_two_ways_through_a_text(patterns: list[Pattern]) -> None:
    found = slow(patterns)
    assert {place: text for place, text in found.items() if place.partition(":")[0] not in PROVEN} == {}
    assert {place.partition(":")[0] for place in found} == set(PROVEN)


def test_patterns_of_all_kinds_are_collected(patterns: list[Pattern]) -> None:
    places = {each.place for each in patterns}
    assert len(patterns) > 1_700
    assert "hrss_tui/compile/prose/tokens.py:<module>" in places  # a constant in a table
    assert "hrss_tui/compile/prose/tails.py:_rate_pattern" in places  # built from reference data
    assert "hrss_tui/compile/documents/subjects.py:kind" in places  # reference data given to re.search
    assert any(each.place.startswith("hrss_tui/tui/") for each in patterns)
    assert any(each.uses == ["fullmatch"] for each in patterns)


@pytest.mark.parametrize(
    ("pattern", "use"),
    [
        (r"\s*x", "search"),
        (r"\s*+x", "finditer"),
        (r"来源:\s*(\S*)\s*\s*x", "match"),
        (r"\d+(?![\d.])", "sub"),
        (r"(a+)+b", "match"),
        (r"(?:a|a)*c", "match"),
        (r"(?:ab|ab)*c", "match"),
        (r"a*b?a*c", "match"),
        (r"[^，]*$", "search"),
        (r"《[^》]*》", "search"),
        (r"x(?=[^，]*y)", "search"),
        (r"x(?:x*y)?", "finditer"),
        (r"\s*\s*", "fullmatch"),
        (r"新增就业（[^）]*?\s*）", "match"),
        (r"[\u4e00-\u9fff]*\s*\d+\s*号", "search"),
    ],
)
def test_what_is_not_linear_is_named(pattern: str, use: str) -> None:
    assert doubts(pattern, 0, frozenset({use}))


@pytest.mark.parametrize(
    ("pattern", "use"),
    [
        (r"\s*x", "match"),
        (r"(?<!\s)\s*+x", "search"),
        (r"\s(?<!\s.)\s*x", "search"),
        (r"\d+", "finditer"),
        (r"(?<![\d.])\d+(?:,\d{3})*(?:\.\d+)?", "search"),
        (r"[，]\s*x", "search"),
        (r"(?:ab|a)*c", "match"),
        (r"^\s*x", "search"),
        (r"《[^》《]*》", "search"),
        (r"《(?=[^》《]*y)", "search"),
        (r"\s*+年?\s*+月", "match"),
    ],
)
def test_what_is_linear_is_let_pass(pattern: str, use: str) -> None:
    assert doubts(pattern, 0, frozenset({use})) == []
