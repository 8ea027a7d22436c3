"""Columns aligned by blanks: what stands above which."""

from __future__ import annotations

from hrss_tui.sources.formats.text.blanks import find


def test_two_labels_above_one_column_beside_one_without_leave_no_table() -> None:
    lines = [
        "站名        上半年        全年           人次",
        "东站           31    1,074,358.20        260",
        "西站           28      893,116.40        930",
        "南站          109    2,236,874.30        418",
    ]
    shifted = [lines[0].replace("全年           人次", "全年  人次"), *lines[1:]]
    assert list(find(lines, [True] * 4))
    assert not list(find(shifted, [True] * 4))
