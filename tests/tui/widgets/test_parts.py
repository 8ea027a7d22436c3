"""The parts that need no program: history, view strings, cells, wrapping, glyphs, clipboard, export."""

from __future__ import annotations

import base64
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrss_tui.errors import UsageError
from hrss_tui.query.views import PAGES, View, format_view, parse_view, view
from hrss_tui.tui.frame.navigate import History
from hrss_tui.tui.paint.glyphs import ASCII, UNICODE, bar
from hrss_tui.tui.paint.text import cells, clean, cut, pad, wrap
from hrss_tui.tui.taking import clipboard
from hrss_tui.tui.taking.exporting import render
from hrss_tui.tui.taking.grids import Grid

TEXT = st.text(st.sampled_from("人力a1 ，。（）“”[/]?&=%#\t表…"), max_size=60)


@given(st.sampled_from(PAGES), TEXT, st.dictionaries(TEXT.filter(bool), TEXT, max_size=3))
def test_a_view_reads_back_from_its_string(page: str, path: str, params: dict[str, str]) -> None:
    shown = View(page, path, tuple(params.items()))
    assert parse_view(format_view(shown)) == shown


def test_a_view_string_stays_readable() -> None:
    assert format_view(view("search", "技能大师", doc="budget-2026")) == "search/技能大师?doc=budget-2026"
    assert parse_view("budget/20801?by=class,group,item&measure=total").get("by") == "class,group,item"


def test_a_page_that_is_none_names_the_nearest() -> None:
    with pytest.raises(UsageError, match="budget"):
        parse_view("bugdet/208")


def test_history_goes_back_and_forward_and_forgets_what_lay_ahead() -> None:
    history = History()
    for name in ("overview", "budget", "compare"):
        history.visit(View(name))
    assert history.move(-2) == View("overview")
    assert history.move(-1) is None
    assert history.move(1) == View("budget")
    history.replace(View("budget", "208"))
    history.visit(View("checks"))
    assert history.move(1) is None
    assert history.move(-1) == View("budget", "208")


@given(TEXT, st.integers(2, 30))
def test_wrapped_lines_fit_and_lose_only_spaces(text: str, width: int) -> None:
    spans = wrap(text, width)
    assert all(cells(text[start:end]) <= width for start, end in spans)
    assert "".join(text[start:end] for start, end in spans).replace(" ", "") == text.replace(" ", "")


def test_wrapping_keeps_numbers_whole_and_marks_in_their_place() -> None:
    text = "比上年增加 1,234.56 万元，增长 25.1%。"
    lines = [text[start:end] for start, end in wrap(text, 14)]
    assert any("1,234.56" in line for line in lines)
    assert not any(line[0] in "，。" for line in lines)


@given(TEXT, st.integers(0, 20), st.booleans())
def test_padding_is_exact_in_cells(text: str, width: int, right: bool) -> None:
    assert cells(pad(clean(text), width, right)) == width
    assert cells(cut(clean(text), width)) <= width


def test_control_and_direction_characters_never_pass() -> None:
    assert clean("a\x1b[31m\x07b\u202ec\u200bd\te\nf") == "a[31mbcd e f"


@pytest.mark.parametrize("signs", [UNICODE, ASCII])
@given(share=st.floats(-1, 3), width=st.integers(0, 40))
def test_a_bar_is_exactly_as_wide_as_asked(signs, share: float, width: int) -> None:
    drawn = bar(share, width, signs)
    assert len(drawn) == width
    assert (drawn.strip() == "") == (width == 0 or share <= 0)


def test_the_ascii_set_is_ascii() -> None:
    for name in ASCII._fields:
        if name != "replace":
            assert getattr(ASCII, name).isascii(), name
    assert all(instead.isascii() for _, instead in ASCII.replace)


def decoded(sequence: str) -> str:
    inner = sequence[sequence.find("\x1bPtmux;") :] if "tmux;" in sequence else sequence
    inner = inner.replace("\x1bP", "").replace("tmux;", "").replace("\x1b\\", "").replace("\x1b\x1b", "\x1b")
    return base64.b64decode(inner.removeprefix("\x1b]52;c;").removesuffix("\x07")).decode()


@pytest.mark.parametrize("environ", [{}, {"TMUX": "/tmp/x"}, {"STY": "1.x"}, {"TERM": "screen"}])
def test_copies_arrive_whole_whatever_lies_between(environ: dict[str, str]) -> None:
    text = "金额 1,234.56 万元" * 30
    written = clipboard.sequence(text, environ)
    assert written is not None
    assert decoded(written) == text
    assert ("\x1bPtmux;\x1b\x1b]" in written) == ("TMUX" in environ)


def test_tmux_is_asked_in_both_ways_it_may_be_set_to_take() -> None:
    plain = clipboard.sequence("金额", {})
    written = clipboard.sequence("金额", {"TMUX": "/tmp/x"})
    assert plain is not None
    assert written is not None
    assert written.startswith(plain + "\x1bPtmux;")
    assert decoded(written) == decoded(plain) == "金额"


def test_what_is_too_long_is_not_copied() -> None:
    assert clipboard.sequence("x" * (clipboard.LIMIT + 1), {}) is None


GRID = Grid("g", ("名称", "金额"), (("a|b", "-1,234.5"), ("=SUM(A1)", "+3%")))


def test_exports_are_inert_and_complete() -> None:
    assert render(GRID, ".csv").decode("utf-8-sig").splitlines() == [
        "名称,金额",
        'a|b,"-1,234.5"',
        '\'=SUM(A1),"+3%"',
    ]
    assert json.loads(render(GRID, ".json"))[1] == {"名称": "=SUM(A1)", "金额": "+3%"}
    assert render(GRID, ".md").decode().splitlines()[2] == "| a\\|b | -1,234.5 |"
    with pytest.raises(UsageError):
        render(GRID, ".exe")


def test_exported_text_is_utf8(tmp_path: Path) -> None:
    assert render(GRID, ".CSV").startswith(b"\xef\xbb\xbf")
