"""What was recognised from pictures is said wherever amounts are printed without their pages, and marked in the figures."""

from __future__ import annotations

from pathlib import Path

import pytest

from hrss_tui.pack.read import Pack, decode_pack
from hrss_tui.query.figures import figures
from hrss_tui.records import DocumentPage
from tests.cli.commands import Program


class Scanned(Pack):
    """The package of the seeds, with one document a scan of two pages."""

    def __init__(self, data: bytes) -> None:
        whole = decode_pack(data, "")
        super().__init__(whole.path, whole.head, {})
        self._whole = whole

    def count(self, table: str) -> int:
        return 2 if table == "pages" else self._whole.count(table)

    def column(self, table: str, name: str) -> list[object]:
        if table == "pages":
            pages = (page("budget-2026", 1, 1, 300, False), page("budget-2026", 2, 301, 2000, True))
            return [getattr(row, name) for row in pages]
        if name == "page" and table == "budget_lines":
            return [1 if line <= 300 else 2 for line in self._whole.column(table, "line_start")]
        return self._whole.column(table, name)


def page(doc_id: str, number: int, first: int, last: int, ocr: bool) -> DocumentPage:
    return DocumentPage(
        number=number, kind="page", label=str(number), ocr=ocr, doc_id=doc_id, line_start=first, line_end=last
    )


def test_figures_of_recognised_pages_are_marked(pack_data: bytes) -> None:
    found = [row for row in figures(Scanned(pack_data)) if row.table == "budget_lines"]
    assert {row.ocr for row in found if row.line_start <= 300} == {False}
    assert {row.ocr for row in found if row.line_start > 300} == {True}


@pytest.mark.parametrize(
    "command", [("budget", "208"), ("compare", "--of", "departments", "20801"), ("compare", "喀什")]
)
def test_a_table_without_pages_says_which_are_scans(
    command: tuple[str, ...], hrss: Program, pack_data: bytes, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("hrss_tui.query.leaves.Pages.recognised", lambda self, doc_id: [2, 3])
    for form in ("table", "json"):
        ran = hrss(*command, "--format", form)
        assert "2、3" in ran.err or "2, 3" in ran.err
        assert "扫描" in ran.err


def test_nothing_is_said_of_what_is_text(hrss: Program) -> None:
    assert hrss("budget", "208").err == ""
