"""Workbooks of before 2007, read by the same rules as those of today."""

from __future__ import annotations

import sys

import pytest

from hrss_tui.errors import SourceError
from hrss_tui.sources.formats import xls
from hrss_tui.sources.formats.limits import Limits
from hrss_tui.sources.formats.xls_around import around


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


def record(code: int, content: bytes = b"") -> bytes:
    return code.to_bytes(2, "little") + len(content).to_bytes(2, "little") + content


def said(text: str, lead: bytes = b"") -> bytes:
    return lead + b"\x01" + text.encode("utf-16-le")


def test_the_unit_above_the_pages_and_in_a_text_box_is_that_of_the_sheet() -> None:
    box, chart = record(0x01B6, b"\0" * 18), record(0x0809) + record(0x0014, said("&R单位：亿元", b"\0\0"))
    sheet = (
        record(0x0809) + record(0x0014, said("&L&9附表&R单位：千元", b"\x0b\0")) + chart + record(0x0A)
        + box + record(0x3C, said("（金额单位：千元）")) + box + record(0x3C, said("合计61.5"))
        + record(0x5D, b"\x15\0\x12\0\x08\0") + record(0x5D, b"\x15\0\x12\0\x06\0") + record(0x0A)
    )  # fmt: skip
    stream = record(0x0809) + record(0x0A) + sheet + record(0x0014, said("单位：元", b"\0\0"))
    found = around(stream, 8)
    assert found.units == ("单位：千元", "（金额单位：千元）")
    assert (found.numbers, found.pictures) == (1, 1)
    assert around(stream[:-70], 8).units[:1] == ("单位：千元",)
    assert around(stream, len(stream) + 5).units == ()


def test_what_a_workbook_prints_above_its_pages_is_read_with_it() -> None:
    xlwt = pytest.importorskip("xlwt")
    pytest.importorskip("xlrd")
    import io

    book = xlwt.Workbook()
    sheet = book.add_sheet("甲")
    vars(sheet)["_Worksheet__header_str"] = "&C第&P页&R单位：千元"  # its own way in takes no Chinese
    for column, text in enumerate(("科目", "预算数")):
        sheet.write(0, column, text)
        sheet.write(1, column, text)
    out = io.BytesIO()
    book.save(out)
    assert xls.read(out.getvalue(), "a.xls", Limits()).lines[0] == "单位：千元"
