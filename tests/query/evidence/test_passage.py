"""Sentences with their neighbours and rows with their heads, the figure lit where it stands."""

from __future__ import annotations

from typing import Any

from hrss_tui.query.evidence.passage import GAP, MOST, WIDEST, Passage, Tables, passage
from hrss_tui.query.spans import Spans
from hrss_tui.records import Block, BudgetLine, Observation, PerformanceTarget


def _made(kind: Any, /, **known: Any) -> Any:
    values: dict[str, Any] = dict.fromkeys(kind.__struct_fields__)
    return kind(**{**values, "doc_id": "d", **known, "line_end": known.get("line_end", known["line_start"])})


def _block(line: int, text: str, kind: str = "paragraph", section: str = "一、就业", end: int = 0) -> Block:
    return _made(
        Block, block_id=f"d:{line}", kind=kind, level=1, text=text, section=section, breaks=[0, line],
        line_start=line, line_end=end or line,
    )  # fmt: skip


def _observation(line: int, column: int, printed: str) -> Observation:
    return _made(Observation, observation_id=f"d:{line}.{column}", printed=printed, line_start=line)


def _around(blocks: list[Block], at: int, facts: list[Any], *meant: Any, told: str = "") -> Passage:
    spans = Spans(blocks, facts)
    return passage(blocks, Tables(blocks, spans), at, spans.meant(blocks[at], meant, told), None)


def _shown(found: Passage) -> list[tuple[str, str, bool]]:
    return [
        (
            "|".join("".join(bit.text for bit in cell) for cell in line.cells),
            " ".join(bit.text for cell in line.cells for bit in cell if bit.lit),
            line.near or line.head,
        )
        for line in found.lines
    ]


def test_the_sentence_of_the_figure_stands_between_its_neighbours() -> None:
    text = "全年新增就业 12.5 万人。其中女性 3.25 万人，比上年多 12.5 万人！年末登记 7 万人。另有 9 人。"
    first, second = _observation(1, 7, "12.5"), _observation(1, 33, "12.5")
    blocks, facts = [_block(1, text)], [first, second, _observation(1, 20, "3.25")]
    assert _shown(_around(blocks, 0, facts, second)) == [
        ("全年新增就业 12.5 万人。", "", True),
        ("其中女性 3.25 万人，比上年多 12.5 万人！", "12.5", False),
        ("年末登记 7 万人。", "", True),
    ]
    assert [lit for _, lit, _ in _shown(_around(blocks, 0, facts, first))] == ["12.5", ""]


def test_neighbours_come_from_the_paragraphs_beside_of_the_same_section() -> None:
    blocks = [
        _block(1, "标题", "heading"),
        _block(2, "先说一句。再说一句。"),
        _block(3, "全年 5 万人。"),
        _block(4, "后一句。又一句。"),
        _block(5, "别处。", section="二、社保"),
    ]
    fact = _observation(3, 4, "5")
    assert [text for text, _, _ in _shown(_around(blocks, 2, [fact], fact))] == [
        "再说一句。",
        "全年 5 万人。",
        "后一句。",
    ]
    last = _observation(4, 1, "后")
    assert [text for text, _, _ in _shown(_around(blocks, 3, [last], last))] == [
        "全年 5 万人。",
        "后一句。",
        "又一句。",
    ]


def test_a_row_has_its_heads_and_the_rows_beside_it_without_empty_columns() -> None:
    rows = [
        "科目\t\t名称\t合计\t上年",
        "类\t款\t\t\t",
        "208\t\t社保\t30\t",
        "208\t01\t管理\t10\t",
        "208\t05\t养老\t10\t",
        "合计\t\t\t30\t",
    ]
    blocks = [_block(line, text, "table_row") for line, text in enumerate(rows, 1)]
    facts = [
        _made(BudgetLine, line_id=f"d:t1:{line}.9", printed=text, line_start=line)
        for line, text in ((3, "30"), (4, "10"), (5, "10"), (6, "30"))
    ]
    found = _around(blocks, 3, facts, facts[1])
    assert found.table
    assert _shown(found) == [
        ("科目||名称|合计", "", True),
        ("类|款||", "", True),
        ("208||社保|30", "", True),
        ("208|01|管理|10", "10", False),
        ("208|05|养老|10", "", True),
    ]


def test_of_several_figures_those_that_are_told_of_are_lit() -> None:
    block = _block(1, "新增就业\t>=39 万人\t39.94 万人\t3", "table_row")
    target = _made(
        PerformanceTarget,
        target_id="d:target:1",
        printed=">=39 万人",
        previous="39.94 万人",
        weight=3.0,
        line_start=1,
    )
    lit = [
        _shown(_around([block], 0, [target], target, told=told))[0][1] for told in ("", "上年完成 39.94 万人")
    ]
    assert lit == [">=39 万人", "39.94 万人"]


def test_what_stands_several_times_is_not_lit_by_guessing() -> None:
    fact = _made(Observation, observation_id="x", printed="200", line_start=1)
    other = _observation(1, 4, "200")
    blocks = [_block(1, "甲 200 元，乙 200 元。")]
    assert _around(blocks, 0, [other], fact).found is False
    assert _around([_block(1, "甲 200 元。")], 0, [other], fact).found


def test_of_an_endless_row_the_figure_and_the_first_columns_are_shown() -> None:
    parts = ["208", *("0" for _ in range(90_000)), "77.5", *("0" for _ in range(90_000))]
    block = _block(1, "\t".join(parts), "table_row")
    fact = _made(BudgetLine, line_id="d:t1:1.9", printed="77.5", line_start=1)
    (line,) = _around([block], 0, [fact], fact).lines
    texts = ["".join(bit.text for bit in cell) for cell in line.cells]
    assert texts[:2] == ["208", "0"]
    assert texts[-3:] == [GAP, "77.5", GAP]
    assert len(texts) == WIDEST + 2
    assert [bit.text for cell in line.cells for bit in cell if bit.lit] == ["77.5"]


def test_of_an_endless_cell_both_ends_are_shown() -> None:
    block = _block(1, f"名称\t{'长' * 90_000}尾\t5", "table_row")
    fact = _made(BudgetLine, line_id="d:t1:1.9", printed="5", line_start=1)
    (line,) = _around([block], 0, [fact], fact).lines
    assert (
        "".join(bit.text for bit in line.cells[1]) == f"{'长' * (MOST // 2)}{GAP}{'长' * (MOST // 2 - 1)}尾"
    )


def test_a_row_whose_figures_are_blank_is_no_head() -> None:
    rows = ["内容\t合计\t来源", "\t\t公共预算", "出国费用\t\t", "接待费\t3\t3", "总计\t3\t3"]
    blocks = [_block(line, text, "table_row") for line, text in enumerate(rows, 1)]
    facts = [_made(BudgetLine, line_id=f"d:t1:{line}.4", printed="3", line_start=line) for line in (4, 5)]
    found = _around(blocks, 4, facts, facts[1])
    heads = ["".join(bit.text for bit in line.cells[0]) for line in found.lines if line.head]
    assert heads == ["内容", ""]
    assert [text for text, _, _ in _shown(_around(blocks, 3, facts, facts[0]))] == [
        "内容|合计|来源", "||公共预算", "出国费用||", "接待费|3|3", "总计|3|3",
    ]  # fmt: skip
