"""Sentences of checks in English: every turn of phrase is, and names that have an English one."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import msgspec
import pytest

from hrss_tui.compile import checks as families
from hrss_tui.pack.read import Pack
from hrss_tui.query.check_words import description, english_names, in_english, reason, stated
from hrss_tui.records import TABLES, Check
from hrss_tui.words.check_reasons import REASONS

HAN = re.compile(r"[\u4e00-\u9fff]+")


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        (
            "表2 部门收入总体情况表，205 教育支出：总计 = 财政拨款 (补助)小计",
            "Table 2 Income of the department, 205 Education: Total = Fiscal appropriations",
        ),
        (
            "各数分别四舍五入：相差 0.01 万元，不超过允许的 0.015 万元",
            "Each rounded by itself: they differ by 0.01 10k yuan, within the 0.015 10k yuan allowed",
        ),
        (
            "自治区社保经办机构业务费补助：预算安排规模 = 资金分配 14 项之和",
            "自治区社保经办机构业务费补助: amount of the project = sum of 14 allocations",
        ),
        (
            "表7 一般公共预算项目支出情况表，某某中心 2080104 综合业务管理 某某专项：合计 = 下一级 2 项之和",
            "Table 7 General public budget: project spending, 某某中心 2080104 General business management 某某专项: "
            "Total = sum of the 2 rows one level below",
        ),
        (
            "某某结余：文字 = 表12 上年结转结余情况表 总计 （空白）",
            "某某结余: 文字 = table 12 Funds carried over from last year Total (blank)",
        ),
        ("某某预算 = 表7 某某中心 项目支出合计", "某某预算 = table 7 某某中心 Total spending"),
        ("教育支出 (类) = 205 教育支出", "Education (class) = 205 Education"),
        (
            "教育支出 (类)占一般公共预算当年拨款 12.5% = 部分 ÷ 总数",
            "Education (class) as a share of this year's general public budget appropriations, 12.5% = part ÷ total",
        ),
        ("车辆 价值 = 车辆 其他车辆 价值", "车辆 价值 = 车辆 其他车辆 价值"),
        ("招聘 1 人", "招聘 1 person"),
        ("招聘 21 人", "招聘 21 persons"),
        ("没有 2022、2023 年的数", "No figure for 2022, 2023"),
        ("some words of another package", "Some words of another package"),
    ],
)
def test_a_sentence(chinese: str, english: str) -> None:
    assert in_english(chinese, {}) == english


def test_names_of_the_package(pack: Pack) -> None:
    said = in_english("城镇新增就业人数：合计 = 14 个地（州、市）之和", english_names(pack))
    assert said == "New urban jobs: total = sum of 14 prefectures"


def test_chinese_is_left_as_it_is(pack: Pack) -> None:
    check = next(check for check in pack.rows(Check) if check.reason)
    assert (description(check, "zh", {}), reason(check, "zh", {})) == (check.description, check.reason)


def test_what_stays_chinese_is_printed_in_the_documents(pack: Pack) -> None:
    """Nothing but names of the documents is left: each run of characters stands in some other table."""
    own = {"checks", "corrections"}
    printed = "\n".join(
        str(value)
        for struct in TABLES
        if struct.TABLE in pack.schema and struct.TABLE not in own
        for row in pack.rows(struct)
        for value in (getattr(row, name) for name in struct.__struct_fields__)
        if isinstance(value, str)
    )
    units = {"万", "亿"}
    names = english_names(pack)
    rest = {
        run
        for check in pack.rows(Check)
        for run in HAN.findall(f"{description(check, 'en', names)} {reason(check, 'en', names)}")
        if run not in printed and run not in units
    }
    assert rest == set(), "add the turns of phrase to hrss_tui/words/check_sentences.py"


PLACE = re.compile(r"\{(\w+)\}")


@pytest.mark.parametrize("key", sorted(REASONS))
def test_a_reason_is_said_in_both_languages_with_the_same_places(key: str) -> None:
    chinese, english = REASONS[key]
    assert {*PLACE.findall(chinese)} == {*PLACE.findall(english)}
    filled = {place: f"x{at}" for at, place in enumerate(PLACE.findall(chinese))}
    said = english.format(**filled)
    assert in_english(chinese.format(**filled), {}) == said[:1].upper() + said[1:]


def _trees() -> list[ast.Module]:
    return [ast.parse(path.read_text("utf-8")) for path in Path(families.__file__).parent.rglob("*.py")]


def test_every_reason_is_given_by_some_check_and_every_one_given_is_known() -> None:
    texts = {node.value for tree in _trees() for node in ast.walk(tree) if isinstance(node, ast.Constant)}
    assert set(REASONS) - texts == set()
    calls = [node for tree in _trees() for node in ast.walk(tree) if isinstance(node, ast.Call)]
    asked = {
        call.args[0].value
        for call in calls
        if getattr(call.func, "id", "") == "because" and isinstance(call.args[0], ast.Constant)
    }
    assert len(asked) > 100
    assert asked - set(REASONS) == set()


def test_no_check_words_its_reason_itself() -> None:
    """In Chinese alone an English reader would be told nothing: each comes from words/check_reasons.py."""
    said = set()
    for tree in _trees():
        named = {
            target.id: node.value
            for node in tree.body
            if isinstance(node, ast.Assign)
            for target in node.targets
            if isinstance(target, ast.Name)
        }
        for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
            texts = [keyword.value for keyword in call.keywords if keyword.arg == "context"]
            if getattr(call.func, "id", "") in {"not_checkable", "withdrawn", "finding"}:
                texts += call.args[1:2]
            if getattr(call.func, "id", "") == "Identity":
                texts += call.args[5:6]
            texts = [named.get(text.id, text) if isinstance(text, ast.Name) else text for text in texts]
            parts = [part for text in texts for part in ast.walk(text) if isinstance(part, ast.Constant)]
            said |= {part.value for part in parts if HAN.search(str(part.value))}
    assert said == set()


def _descriptions() -> set[str]:
    """The sentences of the identities as far as they are fixed, 9 for every figure and name in them."""
    found = set()
    for path in Path(families.__file__).parent.rglob("*.py"):
        for function in (
            node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.FunctionDef)
        ):
            named = {
                target.id: node.value
                for node in ast.walk(function)
                if isinstance(node, ast.Assign)
                for target in node.targets
                if isinstance(target, ast.Name)
            }
            for call in (node for node in ast.walk(function) if isinstance(node, ast.Call)):
                if getattr(call.func, "id", "") == "Identity" and len(call.args) > 1:
                    said = call.args[1]
                    found.add(_fixed(named.get(said.id, said) if isinstance(said, ast.Name) else said))
    return found - {""}


def _fixed(node: ast.AST) -> str:
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "9" for part in node.values)
    return str(node.value) if isinstance(node, ast.Constant) else ""


UNITS = {"项之和", "个", "之和", "目标", "比"}
"""What stands beside a word that is filled in and is said in English with it."""


def test_every_sentence_the_compiler_may_say_has_its_turns() -> None:
    said = _descriptions()
    assert len(said) > 30
    missing = {one for one in said if {*HAN.findall(in_english(one, {}))} - UNITS}
    assert missing == set(), "add the turns of phrase to hrss_tui/words/check_sentences.py"


def test_the_title_of_what_fails_does_not_say_that_it_holds(pack: Pack) -> None:
    names = english_names(pack)
    checks = pack.rows(Check)
    failing = [one for one in checks if one.status == "fails"]
    assert failing
    for one in checks:
        ought = one.status == "fails"
        assert stated(one, "zh", names).startswith("应当：") is ought
        assert stated(one, "en", names).startswith("Should hold: ") is ought


def test_what_a_template_left_standing_is_quoted_and_ought_not_to_be(pack: Pack) -> None:
    one = next(row for row in pack.rows(Check) if row.status == "fails")
    left = msgspec.structs.replace(one, kind="wording", description="文字：…增加(减少)3万元…")
    name = msgspec.structs.replace(one, kind="wording", description="部门名称：某市水利局 = 某市水务局")
    assert stated(left, "zh", {}) == "文字：…增加(减少)3万元…"
    assert stated(name, "zh", {}).startswith("应当：部门名称")
