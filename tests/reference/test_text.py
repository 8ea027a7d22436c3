"""Folding: what counts as the same label or name."""

from hrss_tui.reference import fold_label, fold_name


def test_width_spaces_quotes_and_units_do_not_count() -> None:
    assert fold_label("因公出国（境） 费用（万元）") == fold_label("因公出国(境)费用")
    assert fold_label("“三 公”经费") == "三公经费"
    assert fold_label("培训数(单位:万人次)") == "培训数"


def test_brackets_that_are_no_unit_stay() -> None:
    assert fold_label("资本性支出（基本建设）") == "资本性支出(基本建设)"


def test_names_lose_case_diacritics_and_punctuation() -> None:
    assert fold_name("Bo'er-tala ") == fold_name("BOERTALA")
    assert fold_name("Ürümqi") == "urumqi"
    assert fold_name("６５０１") == "6501"
