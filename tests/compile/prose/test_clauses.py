"""Sentences are cut where figures part, and nowhere else."""

import pytest

from hrss_tui.compile.prose.clauses import sentences
from hrss_tui.compile.prose.quantities import quantities
from hrss_tui.compile.prose.squeezed import squeeze
from hrss_tui.compile.prose.tokens import tokens
from hrss_tui.sources.text import Piece, join_pieces


def cut(text: str) -> list[str]:
    folded = squeeze(join_pieces([Piece(1, 0, text)])).folded
    found = sentences(folded, quantities(folded, tokens(folded)))
    return [folded[s.start : s.end] for sentence in found for s in sentence.statements]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("甲 5 家，乙 6 家。", ["甲5家", "乙6家"]),
        ("表彰 3 个集体、4 名个人及 5 项成果", ["表彰3个集体", "4名个人", "5项成果"]),
        ("邀请 5 名医疗、农业等领域专家", ["邀请5名医疗、农业等领域专家"]),
        ("增加 1.5 万人和 2.5 万人", ["增加1.5万人", "2.5万人"]),
        ("督促企业与 5 名职工签约", ["督促企业与5名职工签约"]),
        ("为 5 名职工和雇员追发 6 万元", ["为5名职工和雇员追发6万元"]),
        ("维护 5 套软件系统和硬件平台 2 件", ["维护5套软件系统", "硬件平台2件"]),
        ("开展“日日学、周周练，月月比”活动 5 场", ["开展“日日学、周周练，月月比”活动5场"]),
        ("依据《甲、乙，丙》办结 5 件", ["依据《甲、乙，丙》办结5件"]),
        ("结存 5 亿元（含储备金 1 亿元）。", ["结存5亿元(含储备金1亿元)", "含储备金1亿元"]),
        ("认定（视同，含复核）5 人", ["认定(视同，含复核)5人"]),
        ("收入 1,234 元,支出 5 元", ["收入1,234元", "支出5元"]),
        ("甲 5 个、提升整体运行质量、满意度达 90%", ["甲5个", "提升整体运行质量", "满意度达90%"]),
    ],
)
def test_cuts(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


def test_a_bracket_with_a_figure_stands_behind_its_statement() -> None:
    folded = "结存5亿元(含储备金1亿元)，支出2亿元。"
    (sentence,) = sentences(folded, quantities(folded, tokens(folded)))
    assert [(s.joint, s.bracketed, len(s.quantities)) for s in sentence.statements] == [
        ("", False, 1),
        ("(", True, 1),
        ("，", False, 1),
    ]
