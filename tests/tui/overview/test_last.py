"""The overview leads back to what was seen last, by the name of its page and what was looked at."""

from __future__ import annotations

import pytest

from hrss_tui.query.views import parse_view
from hrss_tui.tui.keys.kept import Place
from hrss_tui.tui.overview.lines import overview_lines
from hrss_tui.tui.paint.text import cells
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
    desk.last = Place(last)
    line = next(line for line in overview_lines(desk, 80, whole=False)[0] if line.target == last)
    assert line.text.strip().endswith(said)
    assert parse_view(line.target).page in ("search", "budget")


def test_what_has_a_title_is_called_so(pack_file: str) -> None:
    desk = desk_of(pack_file, "zh", False)
    desk.last = Place("documents/plan-2021:183", "文件 › 工作要点 › 就业")
    line = next(line for line in overview_lines(desk, 80, whole=False)[0] if line.target == desk.last.view)
    assert line.text.strip().endswith("上次看到：文件 › 工作要点 › 就业")


def test_of_an_endless_title_the_beginning_is_shown(pack_file: str) -> None:
    desk = desk_of(pack_file, "zh", False)
    desk.last = Place("documents/plan-2021:183", "文件 › " + "工作要点" * 200)
    (line,) = (line for line in overview_lines(desk, 80, whole=False)[0] if line.target == desk.last.view)
    assert "文件 › 工作要点" in line.text
    assert line.text.endswith("…")
    assert cells(line.text) < 200
