"""Small packages whose texts try everything: formulas, quotes, line ends, marks of nothing, long cells, days of no calendar."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from msgspec.structs import replace

from hrss_tui.pack.read import Pack, decode_pack
from hrss_tui.pack.write import encode_package
from hrss_tui.records import Block, Document, Prefecture, PrefectureValue

TEXTS = (
    "=1+1",
    "+1+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(A1:A9)",
    "\t=1+1",
    '","=1+1","',
    '=HYPERLINK("http://example.org","x")',
    "{=1+1}",
    "＝1+1",
    "＋1+1",
    "ftp://example.org",
    '普通, 有逗号和"引号"的句子',
    "-27.58",
    "+18.82%",
    "-",
    "",
    " 前后有空格 ",
    "长" * 40_000,
)


_PLACE: dict[str, Any] = {"doc_id": "d", "line_start": 1, "line_end": 1}


def _document() -> Document:
    return Document(
        title="=题名",
        title_supplied=False,
        kind="other",
        issuer="@某厅",
        doc_number=None,
        date=None,
        period=None,
        source_file="a.txt",
        source_sha256="0" * 64,
        source_lines=99,
        encoding="utf-8",
        author=None,
        **_PLACE,
    )


def days_pack(dates: Sequence[str]) -> Pack:
    """A document dated by each of the texts; what each is about begins with a day and does not end."""
    documents = [
        replace(_document(), doc_id=f"d{number}", date=text, period_start=f"20{number * 4:02}-02-29")
        for number, text in enumerate(dates)
    ]
    return decode_pack(
        encode_package({"name": "days", "version": "1.0.0"}, {"documents": documents}, {}), "days"
    )


def hostile_pack() -> Pack:
    """A package with all of them."""
    blocks = [
        Block(
            block_id=f"d:{number}",
            parent_id=None,
            kind="paragraph",
            level=1,
            number=None,
            text=text,
            section="",
            breaks=[0, number],
            doc_id="d",
            line_start=number,
            line_end=number,
        )
        for number, text in enumerate(TEXTS, 1)
    ]
    prefecture = Prefecture(
        code="6501",
        name="某市",
        short_name="某市",
        name_en="X",
        pinyin="mou",
        initials="m",
        aliases=["=甲", "乙;丙"],
        groups=[],
        work_order=1,
        code_order=1,
        map_row=0,
        map_col=0,
    )
    values = [
        PrefectureValue(
            prefecture_code="6501",
            metric=metric,
            metric_label=metric,
            year=2030,
            value=value,
            unit="万人",
            kind="target",
            status=status,
            printed=printed,
            indicator_id=None,
            **_PLACE,
        )
        for metric, value, status, printed in (
            ("a", 1.5, "value", "1.50"),
            ("b", None, "not_applicable", "/"),
        )
    ]
    about = {
        "name": "hostile",
        "title": "=题",
        "version": "1.0.0",
        "created": "2030-01-02",
        "licence": "x",
        "sources": [{"file": "a.txt", "sha256": "0" * 64, "lines": 99, "documents": ["d"]}],
    }
    tables: dict[str, list[Any]] = {
        "documents": [_document()],
        "blocks": blocks,
        "prefectures": [prefecture],
        "prefecture_values": values,
    }
    return decode_pack(encode_package(about, tables, {}), "hostile")
