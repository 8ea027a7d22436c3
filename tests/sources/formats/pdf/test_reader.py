"""The process that reads a PDF: what it answers, and every way in which it may end."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption

from hrss_tui.errors import SourceError
from hrss_tui.sources.formats.limits import Limits
from hrss_tui.sources.formats.pdf import reader
from hrss_tui.sources.formats.pdf.reader import read
from tests.sources.formats.pdf.made import Sheet, pdf


def page(sheet: Sheet) -> None:
    sheet.text(60, 80, "某某局收入支出说明")
    sheet.rows([60, 160, 260], 100, [["项目", "金额"], ["办公费", "12.50"]])
    sheet.text(60, 170, "注：本表单位为万元。")


def refused(data: bytes, limits: Limits = Limits()) -> str:  # noqa: B008 - frozen
    with pytest.raises(SourceError) as caught:
        read(data, "乙.pdf", limits)
    message = str(caught.value)
    assert message.startswith("乙.pdf: ")
    assert "\n" not in message
    return message


def test_lines_grids_pages_and_boxes() -> None:
    file = read(pdf(page, page), "a.pdf", Limits())
    assert file.format == "pdf"
    assert file.wrapped is True
    assert file.lines[:4] == ("某某局收入支出说明", "项目\t金额", "办公费\t12.50", "注：本表单位为万元。")
    assert [(page.number, page.first, page.last) for page in file.pages] == [(1, 1, 4), (2, 5, 8)]
    grid = file.grids[0]
    assert (grid.first, grid.last, grid.rows, grid.columns, grid.ruled) == (2, 3, 2, 2, True)
    amount = grid.cells[3]
    assert amount.text == file.lines[amount.line - 1][amount.start : amount.end] == "12.50"
    assert amount.box is not None
    assert [round(side) for side in (amount.box.left, amount.box.top, amount.box.right, amount.box.bottom)] == [
        160, 120, 260, 140,
    ]  # fmt: skip
    assert [line for line, _ in file.boxes] == [1, 4, 5, 8]


def test_pages_are_told_as_they_are_done() -> None:
    told: list[tuple[int, int]] = []
    read(pdf(page, page, page), "a.pdf", Limits(), lambda done, pages: told.append((done, pages)))
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_what_is_no_pdf_is_refused() -> None:
    assert "已损坏" in refused(b"%PDF-1.4\nnothing")


def test_an_encrypted_file_is_refused() -> None:
    assert "加密" in refused(pdf(page, encrypt=StandardEncryption("secret", canPrint=0)))


def test_a_file_that_only_restricts_its_owner_is_read() -> None:
    data = pdf(page, encrypt=StandardEncryption("", ownerPassword="secret", canPrint=0))
    assert read(data, "a.pdf", Limits()).lines[0] == "某某局收入支出说明"


def test_more_pages_than_allowed_are_refused() -> None:
    assert "2 页" in refused(pdf(page, page), Limits(pages=1))


def test_pages_without_text_are_refused() -> None:
    assert "没有文字" in refused(pdf(lambda sheet: sheet.line(10, 10, 50, 50)))


def test_a_truncated_file_is_read_as_far_as_it_goes_and_said_to_be_damaged() -> None:
    data = pdf(page)
    file = read(data[: data.rindex(b"xref\n")], "a.pdf", Limits())
    assert file.lines[0] == "某某局收入支出说明"
    assert ["损坏" in note for note in file.notes] == [True]


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("import os; os.abort()", "意外结束"),
        ("import sys; sys.stdin.buffer.read(9); sys.exit(3)", "意外结束"),
        ("import sys; print('noise'); print('noise', file=sys.stderr)", "意外结束"),
    ],
)
def test_a_crash_costs_one_line(
    code: str, told: str, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(reader, "_command", lambda name: [sys.executable, "-c", code])
    assert told in refused(pdf(page))
    assert capfd.readouterr() == ("", "")


def test_a_process_that_hangs_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    code = "import sys, threading; sys.stdin.buffer.read(9); threading.Event().wait()"
    monkeypatch.setattr(reader, "_command", lambda name: [sys.executable, "-c", code])
    assert "0.2 秒" in refused(pdf(page), Limits(seconds=0.2))


def test_a_process_that_is_left_alone_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever asked is gone before the answer: nobody waits for ever."""
    with subprocess.Popen(reader._command("a"), stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None
        process.stdin.close()
        assert process.wait(20) == 0


@pytest.mark.skipif(sys.platform != "linux", reason="the system limits no memory")
def test_a_process_has_as_much_memory_as_the_limits_say() -> None:
    assert "MiB" in refused(pdf(page), Limits(memory=2**20))


def test_the_reader_itself_loads_no_pdfium() -> None:
    code = (
        "import sys; from hrss_tui.sources.formats.pdf.reader import read; "
        "sys.exit(any(name.startswith('pypdfium2') for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_without_the_library_the_remedy_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    found: Callable[[str], object] = reader.find_spec

    def absent(name: str) -> object:
        return None if name == "pypdfium2_raw" else found(name)

    monkeypatch.setattr(reader, "find_spec", absent)
    assert "pypdfium2" in refused(pdf(page))
