"""The golden observations, performance rows and terms agree with the sources they were typed from."""

import re
from decimal import Decimal

import pytest

from tests.goldens import BUDGET, PERFORMANCE, PROSE, fold, number, read_tsv, seed_text

MULTIPLIERS = {"亿": 100_000_000, "万": 10_000}
UNIT_LINES = 2  # a unit broken from its figure stands below it, after one empty line
TOTAL_WEIGHT = 90  # read by hand: the weights of every table add up to this
DAMAGED = {"1082", "1083", "1084", "1184", "1213", "1217", "1243"}  # the figure does not stand there as read


@pytest.mark.parametrize("name", PROSE)
def test_every_figure_stands_in_its_line_before_its_unit(name: str) -> None:
    seed = PROSE[name][1]
    for row in read_tsv(name):
        line = int(row["line"])
        alone = rf"(?<![\d.,]){re.escape(row['printed'])}(?![\d.,])"
        assert re.search(alone, seed_text(seed, line)), row
        text = fold(seed_text(seed, line, line + UNIT_LINES)).replace("余", "")
        counted = row["unit"].partition("/人/")[0]  # 每人每年 stands before the figure
        assert fold(row["printed"] + counted) in text, row


@pytest.mark.parametrize("name", PROSE)
def test_base_value_is_the_figure_times_its_multiplier(name: str) -> None:
    for row in read_tsv(name):
        multiplier = MULTIPLIERS.get(row["unit"][0], 1)
        assert number(row["printed"]) * multiplier == Decimal(row["base_value"]), row
        noun = row["unit"] if multiplier == 1 else row["unit"][1:]
        assert noun in ("", row["base_unit"]), row


@pytest.mark.parametrize("name", PROSE)
def test_a_change_says_against_what_or_by_which_verb(name: str) -> None:
    for row in read_tsv(name):
        verbs = {"increase": ("增加", "增长", "提高"), "decrease": ("减少",)}.get(row["change"], ())
        assert any(verb in row["subject_words"] for verb in verbs) == bool(row["change"]), row


@pytest.mark.parametrize("name", PROSE)
def test_no_observation_is_typed_twice(name: str) -> None:
    keys = [(r["line"], r["printed"], r["subject_words"]) for r in read_tsv(name)]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("name", PERFORMANCE)
def test_indicators_and_values_stand_in_their_lines(name: str) -> None:
    for row in read_tsv(name):
        text = fold(seed_text(BUDGET, row["line_start"], row["line_end"]))
        assert fold(row["indicator"][:11]) in text, row
        if row["line_start"] not in DAMAGED:
            operator = "" if row["operator"] == "text" else row["operator"]
            assert fold(operator + row["value"] + row["unit"] + row["basis"]) in text, row
            assert fold(row["previous"] + row["weight"] + row["scoring"] + row["evidence"]) in text, row


@pytest.mark.parametrize("name", PERFORMANCE)
def test_weights_typed_add_up(name: str) -> None:
    assert sum(int(row["weight"]) for row in read_tsv(name)) == TOTAL_WEIGHT


def test_terms_begin_and_end_as_typed() -> None:
    for row in read_tsv("glossary"):
        text = fold(seed_text(BUDGET, row["line"]))
        assert fold(row["term"] + ":" + row["first"]) in text, row
        assert text.endswith(fold(row["last"])), row
        assert len(row["first"]) == len(row["last"]) == 12, row
