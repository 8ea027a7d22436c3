"""The budget's performance tables printed otherwise: the same rows must come out."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tests import variants as v
from tests.goldens import fold

Rows = list[dict[str, Any]]
PLACES = ("target_id", "table_id", "doc_id", "line_start", "line_end", "printed")
TEXT = v.BUDGET.read_text("utf-8")
ALONE = v.performance_alone()
HEADER = re.compile(r"一级指标\t")
ROW = re.compile(r"\t(?:按|满意度|直接)[^\t]*赋分[\t ]")


def facts(rows: Rows) -> list[dict[str, Any]]:
    """Rows without their places, texts without differences of width."""
    return [
        {k: fold(x) if isinstance(x, str) else x for k, x in row.items() if k not in PLACES} for row in rows
    ]


def page_breaks(text: str, seed: int, *, header: bool) -> str:
    """A new page after every fifth indicator row or so, with or without the header printed again."""
    chance, lines, last = random.Random(seed), [], ""
    for line in text.split("\n"):
        last = line if HEADER.match(line) else last
        lines.append(line)
        if ROW.search(line) and chance.random() < 0.2:
            lines += ["", last] if header else [""]
    return "\n".join(lines)


def cut_rows(text: str, seed: int) -> str:
    """Every tenth whole row or so is cut by a page: the end of its name and of its rule go to the next one."""
    chance, lines = random.Random(seed), []
    for line in text.split("\n"):
        cells = line.split("\t")
        whole = len(cells) == 9 and ROW.search(line) and all(cells[2:]) and len(cells[2]) > 3
        if whole and not line.startswith("系") and chance.random() < 0.1:
            below = ["", "", cells[2][-2:], "", "", "", "", cells[7][-2:], ""]
            cells[2], cells[7] = cells[2][:-2], cells[7][:-2]
            lines += ["\t".join(cells), "", "\t".join(below)]
        else:
            lines.append(line)
    return "\n".join(lines)


@pytest.mark.parametrize(
    "change",
    [
        v.full_width,
        v.without_separators,
        lambda text: text.replace("\n", "\r\n"),
        lambda text: v.rewrapped(text, 60),
        lambda text: text.replace("项目支出绩效目标表", "项目支出预算绩效目标申报表"),
        lambda text: re.sub(r"^(?:项目支出|部门整体)绩效目标表$", "", text, flags=re.M),
        lambda text: text.replace("指标设定依据", "指标值设定依据").replace("指标分值权重", "分值"),
        lambda text: page_breaks(text, 3, header=False),
        lambda text: page_breaks(text, 4, header=True),
        lambda text: cut_rows(text, 5),
        lambda text: cut_rows(page_breaks(text, 6, header=False), 6),
    ],
    ids=[
        *("full-width", "no-separators", "crlf", "rewrapped", "other-title", "no-title", "other-labels"),
        *("page-breaks", "page-breaks-with-header", "cut-rows", "both"),
    ],
)
def test_another_print_gives_the_same_rows(
    change: Callable[[str], str], tables: dict[str, Rows], tmp_path: Path
) -> None:
    found = v.compile_text(change(ALONE), tmp_path)
    assert facts(found["performance_targets"]) == facts(tables["performance_targets"])
    assert len(found["performance_tables"]) == len(tables["performance_tables"])


def test_changed_amounts_and_year_give_exactly_the_changed_values(
    tables: dict[str, Rows], tmp_path: Path
) -> None:
    found = v.compile_text(v.scaled(ALONE, Decimal(7)).replace("2026", "2032"), tmp_path)
    base = tables["performance_tables"]
    for key in ("amount", "fiscal", "fiscal_own", "fiscal_superior", "other"):
        expected = [row[key] and row[key] * 7 for row in base]
        assert [row[key] for row in found["performance_tables"]] == expected
    assert {row["year"] for row in found["performance_tables"]} == {2032}


def test_without_its_evidence_the_damaged_amount_stays_a_text(tmp_path: Path) -> None:
    found = v.compile_text(TEXT.replace("14,649.20", "14,650.20"), tmp_path)
    (row,) = [row for row in found["performance_targets"] if "1464.9.2" in row["printed"]]
    assert (row["operator"], row["value"]) == ("text", "<=1464.9.2万元")
    assert not [fix for fix in found["corrections"] if "1464.9.2" in fix["printed"]]
