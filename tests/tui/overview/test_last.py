"""The overview leads back to what was seen last, by the name of its page and what was looked at."""

from __future__ import annotations

import pytest

from hrss_tui.query.views import parse_view
from hrss_tui.tui.overview.lines import overview_lines
from tests.tui.driving import desk_of


@pytest.mark.parametrize(
    ("last", "said"),
    [
        ("search", "上次看到：搜索"),
        ("search/就业?doc=plan-2021", "上次看到：搜索 就业"),
        ("budget/208", "上次看到：预算 208"),
    ],
)
def test_what_was_seen_last_is_named_as_the_pages_are(pack_file: str, last: str, said: str) -> None:
    desk = desk_of(pack_file, "zh", False)
    desk.last = last
    line = next(line for line in overview_lines(desk, 80, whole=False) if line.target == last)
    assert line.text.strip().endswith(said)
    assert parse_view(line.target).page in ("search", "budget")
