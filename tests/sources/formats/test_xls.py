"""Workbooks of before 2007, read by the same rules as those of today."""

from __future__ import annotations

import sys

import pytest

from hrss_tui.errors import SourceError
from hrss_tui.sources.formats import xls
from hrss_tui.sources.formats.limits import Limits


def test_without_the_library_the_remedy_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "xlrd", None)
    with pytest.raises(SourceError) as caught:
        xls.read(b"", "a.xls", Limits())
    assert "xlrd" in caught.value.message
    assert "pip install xlrd" in caught.value.hint


def test_a_workbook_is_read_as_it_shows() -> None:
    xlwt = pytest.importorskip("xlwt")
    pytest.importorskip("xlrd")
    import io

    book = xlwt.Workbook()
    sheet = book.add_sheet("甲")
    sheet.write_merge(0, 0, 0, 2, "收入总表")
    sheet.write(1, 0, "编制部门：甲局")
    sheet.write(1, 2, "单位：万元")
    for column, text in enumerate(("科目", "预算数", "密")):
        sheet.write(2, column, text)
    sheet.write(3, 0, "就业")
    sheet.write(3, 1, 1234.5, xlwt.easyxf(num_format_str="#,##0.00"))
    sheet.write(3, 2, 9)
    sheet.col(2).hidden = True
    hidden = book.add_sheet("乙")
    hidden.write(0, 0, "看不见")
    hidden.visibility = 1
    out = io.BytesIO()
    book.save(out)
    file = xls.read(out.getvalue(), "a.xls", Limits())
    assert file.lines == ("收入总表", "编制部门：甲局", "科目\t预算数", "就业\t1,234.50")
    assert len(file.notes) == 2
    assert file.format == "xls"
    assert [page.label for page in file.pages] == ["甲"]


@pytest.mark.parametrize("cut", [520, 1500, 3000])
def test_a_truncated_workbook_is_refused_in_one_line(cut: int) -> None:
    xlwt = pytest.importorskip("xlwt")
    pytest.importorskip("xlrd")
    import io

    book = xlwt.Workbook()
    book.add_sheet("甲").write(0, 0, "甲" * 900)
    out = io.BytesIO()
    book.save(out)
    with pytest.raises(SourceError, match=r"^a\.xls: "):
        xls.read(out.getvalue()[:cut], "a.xls", Limits())
