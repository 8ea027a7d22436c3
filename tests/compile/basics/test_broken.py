"""What stands behind a break in a number is no number: nothing is read of it, and the audit lists it."""

from __future__ import annotations

from pathlib import Path

import pytest

from hrss_tui.compile.audit import audit, unclaimed
from hrss_tui.compile.basics.broken import broken
from hrss_tui.compile.basics.money import amounts
from hrss_tui.compile.pipeline import compile_folder

BREAKS = (
    "12鍗34", "1鍗36.89", "12涓鍗34", "1水2.34", "12з34", "12λ34", "12O34", "1l.34", "I2.34", "12.3O",
    "12?34", "12？34", "12\ufffd34", "\ufffd2.34", "12.34\ufffd", "12\ue00034", "12□34", "12■34", "12·34", "12'345", "12’345",
    "12/34", "12_34", "12。34", "12，345", "12, 345", "1, 234.5", "1336，89", "12,34,5", "1,234,56", "12.3.4", "12..34", "12. 34", "1 2.34", "12 345 678",
    "1\u033624", "1\ufe0f2", "1\u20dd2", "12锟34", "12锟斤拷34", "12\x0134", "12\x0c34", "12\u202834", "12\x8534", "\u202e43.21",
)  # fmt: skip
"""12.34 and the like with something lost, as a file may hold it."""
WHOLE = ("12.34", "1,234.56", "12", "0.86", "12\u200b.34", "12\u206034", "１２.３４")
HEAD = "南江省人力资源和社会保障厅 2031 年工作报告\n\n"


@pytest.mark.parametrize("number", [*BREAKS, *WHOLE], ids=ascii)
def test_nothing_is_read_of_a_broken_number(number: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"{HEAD}2031 年，全省城镇新增就业 {number} 万人。\n", "utf-8")
    compiled = compile_folder(tmp_path)
    left = [token for token in unclaimed(audit(compiled)) if token.line == 3]
    assert (len(compiled.tables["observations"]), bool(left)) == (
        (1, False) if number in WHOLE else (0, True)
    )


def test_a_letter_between_digits_is_a_code_where_nothing_is_counted(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        f"{HEAD}2031 年，全省建成 5G 基站 3.2 万个，开展 B2B 洽谈 12 场，编号 3O7。\n", "utf-8"
    )
    compiled = compile_folder(tmp_path)
    assert [row.printed for row in compiled.tables["observations"]] == ["3.2", "12"]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("2. 11 亿元用于就业补助。\n", []),
        ("4. 11 亿元用于就业补助。\n\n2. 3 亿元用于培训。\n", []),
        ("1. 15 个县完成任务。\n\n2. 3 个县未完成任务。\n", ["15", "3"]),
        ("2. 2031 年底前培训 5 万人。\n", ["5"]),
    ],
)
def test_the_number_of_an_item_alone_may_begin_its_figure(text: str, read: list[str], tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"{HEAD}全省工作如下。\n\n{text}", "utf-8")
    compiled = compile_folder(tmp_path)
    assert [row.printed for row in compiled.tables["observations"]] == read
    assert bool(unclaimed(audit(compiled))) == (not read)


@pytest.mark.parametrize("number", BREAKS[:-6], ids=ascii)
def test_nor_is_it_an_amount_of_money(number: str) -> None:
    assert list(amounts(f"预算安排 {number}万元，其中 5.00 万元")) == list(
        amounts(f"预算安排 {'甲' * len(number)}万元，其中 5.00 万元")
    )


@pytest.mark.parametrize(
    "text",
    [
        "表1中36",
        "比1需3.5",
        "1至5",
        "3星4",
        "男3女5",
        "2031年1月",
        "（1）5",
        "3、4",
        "1-2",
        "3~5",
        "1+1",
        "到2025，100万",
        "第5.",
        "a.b",
        ".,.",
        "5，甲",
        "3， 2031",
        "12， 34",
        "附件2， 345",
    ],
)
def test_what_is_no_break(text: str) -> None:
    assert list(broken(text)) == []
