"""Which characters are claimed."""

from hrss_tui.compile.basics.facts import Claim
from hrss_tui.compile.basics.spans import covered
from hrss_tui.sources.text import Span


def test_a_span_is_held_where_all_of_it_is_claimed() -> None:
    claimed = covered([Claim(Span(3, 2, 5), "a"), Claim(Span(3, 5, 6), "b")])
    assert claimed.holds(Span(3, 2, 6))
    assert not claimed.holds(Span(3, 2, 7))
    assert not claimed.holds(Span(4, 2, 3))
