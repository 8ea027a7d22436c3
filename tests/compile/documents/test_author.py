"""Who wrote a document: read where the text says so, left out where it does not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.variants import compile_text

REPORT = "来源:某报2030-05-01 10:00:00\n近日,记者专访了某厅厅长。全年新增就业20万人。\n{byline}\n"


def test_only_the_report_names_its_writer(tables: dict[str, list[dict[str, Any]]]) -> None:
    authors = {row["doc_id"]: row["author"] for row in tables["documents"] if row["author"]}
    assert authors == {"interview-2026": "赵春华"}


@pytest.mark.parametrize(
    ("byline", "author"),
    [
        ("(记者 王小明)", "王小明"),
        ("（本报记者 王小明  李 四）", "王小明 李 四"),
        ("(编辑 王小明)", None),
        ("王小明", None),
    ],
)
def test_a_byline_is_read_as_it_stands(byline: str, author: str | None, tmp_path: Path) -> None:
    (document,) = compile_text(REPORT.format(byline=byline), tmp_path)["documents"]
    assert document["author"] == author
