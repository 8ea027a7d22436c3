"""An amount of a comparison without its verb, or with both verbs of a form, is no figure: the audit lists it."""

from __future__ import annotations

from pathlib import Path

import pytest

from hrss_tui.compile.audit import audit, unclaimed
from hrss_tui.compile.basics.money import amounts
from hrss_tui.compile.basics.unsaid import unsaid
from hrss_tui.compile.pipeline import compile_folder

HEAD = "北陵县水利局2034年度部门决算公开\n\n一、收入支出决算总体情况说明\n\n2034年度收入总计46.2万元，"
LOST = (
    ("较2033年决算数58.7万元12.5万元，主要原因是项目减少。", ["58.7", "12.5"]),
    ("较上年58.7万元，12.5万元。", ["58.7", "12.5"]),
    ("比上年12.5万元，主要原因是项目减少。", ["12.5"]),
    ("较上年增加（减少）12.5万元，增长(下降)27.1%。", ["12.5", "27.1"]),
    ("比上年减少/增加12.5万元。", ["12.5"]),
    ("比上年（减少）增加12.5万元。", ["12.5"]),
    ("比上年增加12.5万元37.1%。", ["37.1"]),
)
TOLD = (
    "较2033年决算数58.7万元减少12.5万元，下降21.3%。",
    "比2033年的58.7万元减少12.5万元。",
    "比上年58.7万元，减少12.5万元。",
    "与上年58.7万元相比减少12.5万元。",
    "较上年（减少）12.5万元，（减）幅21.3%。",
    "比上年减少12.5万元（21.3%）。",
    "比上年58.7万元，下降21.3%。",
)


@pytest.mark.parametrize(("words", "left"), LOST)
def test_what_says_neither_rise_nor_fall_is_left_for_the_audit(
    words: str, left: list[str], tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text(HEAD + words + "\n", "utf-8")
    compiled = compile_folder(tmp_path)
    assert [token.text for token in unclaimed(audit(compiled)) if token.line == 5] == left
    read = [row.printed for row in compiled.tables["observations"] if row.line_start == 5]
    assert not set(read) & set(left)
    assert all(amount.digits not in left for amount in amounts(words))


@pytest.mark.parametrize("words", TOLD)
def test_what_says_which_way_it_goes_is_read(words: str) -> None:
    assert list(unsaid(words.replace("（", "(").replace("）", ")"))) == []
