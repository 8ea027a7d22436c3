"""Units and the words around figures: known, unambiguous, longest word found first."""

from itertools import pairwise

import pytest

from hrss_tui.reference import base_unit, missing_marks, split_unit, units
from hrss_tui.reference.units import figure_words


@pytest.mark.parametrize(
    ("printed", "factor", "unit"),
    [
        ("万人", 10_000, "人"),
        ("万人次", 10_000, "人次"),
        ("亿元", 100_000_000, "元"),
        ("百万元", 1_000_000, "元"),
        ("万户次", 10_000, "户次"),
        ("家次", 1, "家次"),
        ("百分点", 1, "百分点"),
        ("个百分点", 1, "个百分点"),
        ("%", 1, "%"),
        ("万", 10_000, ""),
    ],
)
def test_multipliers_are_split_off(printed: str, factor: int, unit: str) -> None:
    assert split_unit(printed) == (factor, unit)


def test_persons_and_attendances_are_not_compared() -> None:
    assert base_unit("名") == base_unit("人") == "人"
    assert base_unit("人次") == "人次"
    assert base_unit("户") != base_unit("户次") != base_unit("家次")


def test_rates_are_compared_whatever_the_order_of_their_parts() -> None:
    assert base_unit("元/天/人") == base_unit("元/人/日") == "元/人/天"
    assert base_unit("元/年/个") == base_unit("元/个/年")
    assert base_unit("元/人/月") != base_unit("元/人/年")


def test_a_base_is_a_unit_and_its_own_base() -> None:
    for entry in units().values():
        assert units()[entry.base].base == entry.base


@pytest.mark.parametrize(
    "kind", ["units", "operators", "scopes", "changes", "periods", "plans", "multipliers"]
)
def test_no_word_has_two_meanings(kind: str) -> None:
    entries = getattr(figure_words(), kind)
    names = [getattr(entry, "word", None) or entry.unit for entry in entries]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("word", "operator", "place"),
    [
        ("不低于", ">=", "before"),
        ("至少", ">=", "before"),
        ("以上", ">=", "after"),
        ("控制在", "<=", "before"),
        ("以内", "<=", "after"),
        ("超过", ">", "before"),
        ("余", ">", "inside"),
        ("小于", "<", "before"),
        ("近", "~", "before"),
        ("左右", "~", "after"),
        ("达到", "=", "before"),
    ],
)
def test_operators(word: str, operator: str, place: str) -> None:
    entry = next(entry for entry in figure_words().operators if entry.word == word)
    assert entry.operator == operator
    assert place in entry.places


def test_a_negated_operator_is_not_its_opposite() -> None:
    by_word = {entry.word: entry.operator for entry in figure_words().operators}
    for word, operator in by_word.items():
        if word.startswith("不") and word[1:] in by_word:
            assert {operator, by_word[word[1:]]} in ({">=", "<"}, {"<=", ">"})


def test_plans_follow_each_other() -> None:
    plans = figure_words().plans
    assert all(plan.last - plan.first == 4 for plan in plans)
    assert all(a.last + 1 == b.first for a, b in pairwise(plans))
    assert next(plan for plan in plans if plan.word == "十四五").first == 2021


def test_changes_have_a_direction() -> None:
    signs = {entry.word: entry.sign for entry in figure_words().changes}
    assert (signs["增加"], signs["下降"], signs["持平"]) == (1, -1, 0)


def test_kinds_of_nothing_are_told_apart() -> None:
    marks = missing_marks()
    assert (marks["/"], marks["-"], marks["未安排"]) == ("not_applicable", "none_last_year", "not_budgeted")
    assert marks["完全不予公开"] == "withheld"
    assert "0.00" not in marks


def test_one_of_a_unit_is_called_as_that_which_others_are_stated_for() -> None:
    """What stands behind a stroke is one of it, too; a name that has a plural has both."""
    behind = {one.unit: one.name_en for one in figure_words().per_names}
    for unit, known in units().items():
        assert known.one_en != known.name_en, unit
        assert known.one_en or not known.name_en.endswith("s") or known.name_en.endswith("flops"), unit
        assert behind.get(unit, "") in (known.one_en or known.name_en), unit
