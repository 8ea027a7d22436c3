"""Variants of the seeds made by script: what is changed, and how the expected records follow from it.

Every function takes the text of a source and returns another text that another department, year or
typesetter could have produced.
"""

from __future__ import annotations

import pickle
import random
import re
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import msgspec

from hrss_tui.compile.pipeline import Compiled, compile_folder
from tests.conftest import SEEDS

BUDGET = next(path for path in sorted(SEEDS.glob("*.txt")) if "部门预算公开" in path.read_text("utf-8"))
PLAN = next(path for path in sorted(SEEDS.glob("*.txt")) if "目标任务分解表" in path.read_text("utf-8"))
_EXPLAINED = ("第三部分 2026 年部门预算情况说明", "第四部分 名词解释")
"""Lines of the budget where its explanations begin, and what comes after them."""
_NO_PERFORMANCE = (
    ("第一部分 2026 年部门概况", "第三部分 2026 年部门预算情况说明"),
    (
        "一、 关于自治区人力资源和社会保障厅 2026 年收支预算情况总体说明",
        "七、关于自治区人力资源和社会保障厅 2026 年一般公共预算项目支出情况说明",
    ),
    (
        "八、关于自治区人力资源和社会保障厅 2026 年政府性基金预算拨款情况说明",
        "十三、其他重要事项的情况说明",
    ),
)
"""Lines of the budget where something begins, and ends, that says nothing of projects and of their performance."""
AMOUNT = re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3})*\.\d{2}(?![\d.%])")
FURNITURE = re.compile(r"编制部门：|单位：")
_COMPILED: dict[str, bytes] = {}
"""Text → its tables, pickled: whoever takes them may change them."""


def compile_text(text: str, folder: Path) -> dict[str, list[dict[str, Any]]]:
    """Compile one text that no manifest knows. Once a run for each text; the rows are the caller's own."""
    if text not in _COMPILED:
        _COMPILED[text] = pickle.dumps(_tables(text, folder))
    found: dict[str, list[dict[str, Any]]] = pickle.loads(_COMPILED[text])
    return found


def _tables(text: str, folder: Path) -> dict[str, list[dict[str, Any]]]:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "source.txt").write_text(text, "utf-8")
    compiled: Compiled = compile_folder(folder)
    assert not compiled.errors
    return {name: [msgspec.to_builtins(row) for row in rows] for name, rows in compiled.tables.items()}


def tables_alone() -> str:
    """The budget without its explanations: for who reads tables alone, in a third of the time."""
    text = BUDGET.read_text("utf-8")
    start, stop = (text.rindex(f"\n{line}\n") for line in _EXPLAINED)  # contents name both first
    return text[:start] + text[stop:]


def performance_alone() -> str:
    """The budget's head and contents, what it says of projects, and their performance: for who reads that alone."""
    text = BUDGET.read_text("utf-8")
    for begin, end in _NO_PERFORMANCE:
        start, stop = (text.rindex(f"\n{line}\n") for line in (begin, end))  # contents name some first
        text = text[:start] + text[stop:]
    return text


def scaled(text: str, factor: Decimal = Decimal(3)) -> str:
    """Every amount of money with two decimals times `factor`: sums and equalities survive."""
    return AMOUNT.sub(lambda match: f"{Decimal(match.group().replace(',', '')) * factor:,.2f}", text)


def in_tables(text: str, change: Callable[[str], str]) -> str:
    """Apply `change` to the cells of table rows only."""
    lines = text.split("\n")
    return "\n".join("\t".join(map(change, line.split("\t"))) if "\t" in line else line for line in lines)


def without_separators(text: str) -> str:
    """59,831.55 as 59831.55."""
    return in_tables(text, lambda cell: cell.replace(",", "") if AMOUNT.fullmatch(cell) else cell)


def in_yuan(text: str) -> str:
    """Tables in 元: 59,831.55 万元 as 598315500.00."""

    def convert(cell: str) -> str:
        return f"{Decimal(cell.replace(',', '')) * 10000:.2f}" if AMOUNT.fullmatch(cell) else cell

    return in_tables(text, convert).replace("单位：万元", "单位：元")


def full_width(text: str) -> str:
    """Digits of table cells and brackets as full-width forms."""
    table = str.maketrans("0123456789(),.", "０１２３４５６７８９（），．")
    return in_tables(text, lambda cell: cell.translate(table))


def merged_codes(text: str) -> str:
    """208 | 01 | 99 as 2080199 in the first cell, the others blank."""

    def merge(line: str) -> str:
        cells = line.split("\t")
        if len(cells) > 3 and re.fullmatch(r"\d{3}", cells[0]) and re.fullmatch(r"\d\d", cells[1]):
            item = cells[2] if re.fullmatch(r"\d\d", cells[2]) else ""
            return "\t".join([cells[0] + cells[1] + item, "", "" if item else cells[2], *cells[3:]])
        return line

    return "\n".join(map(merge, text.split("\n")))


def codes_in_one_cell(text: str) -> str:
    """208 | 01 | 99 as "208 01 99" in the first cell, the others blank."""

    def merge(line: str) -> str:
        cells = line.split("\t")
        codes = [cell for cell in cells[:3] if re.fullmatch(r"\d\d\d?", cell)]
        if len(codes) < 2 or len(cells) < 4:
            return line
        return "\t".join([" ".join(codes), *[""] * (len(codes) - 1), *cells[len(codes) :]])

    return "\n".join(map(merge, text.split("\n")))


def page_break_after(text: str, line_text: str, title: str) -> str:
    """Break the page after a row: captions and header of its table are printed again."""
    lines = text.split("\n")
    start = next(i for i, line in enumerate(lines) if line == title)
    first = next(i for i in range(start, len(lines)) if "\t" in lines[i])
    header = [line for line in lines[first : first + 4] if not AMOUNT.search(line)]
    row = next(i for i in range(first, len(lines)) if lines[i].startswith(line_text))
    captions = [line for line in lines[start:first] if FURNITURE.match(line)]
    return "\n".join([*lines[: row + 1], "", *captions, "", *header, *lines[row + 1 :]])


def rewrapped(text: str, width: int) -> str:
    """Prose wrapped again at another width, one blank line between paragraphs; tables untouched."""
    lines = []
    for line in text.split("\n"):
        if "\t" in line or len(line) <= width:
            lines.append(line)
        else:
            lines += [line[i : i + width] for i in range(0, len(line), width)]
    return "\n".join(lines)


def shuffled_prefectures(text: str, seed: int) -> str:
    """The rows of the annexes in another order, numbered anew."""
    lines = text.split("\n")
    rows = [i for i, line in enumerate(lines) if re.match(r"\d{1,2}\t", line)]
    groups = [rows[:14], rows[14:28]]
    for group in groups:
        order = group[:]
        random.Random(seed).shuffle(order)
        copies = [re.sub(r"^\d+", str(n), lines[i]) for n, i in enumerate(order, 1)]
        for i, copy in zip(group, copies, strict=True):
            lines[i] = copy
    return "\n".join(lines)
