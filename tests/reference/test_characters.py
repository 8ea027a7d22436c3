"""The table of traditional characters."""

from hrss_tui.reference.characters import simplified


def test_one_character_stands_for_one_and_none_leads_on() -> None:
    table = simplified()
    assert all(len(new) == 1 for new in table.values())
    assert "縣萬億增長".translate(table) == "县万亿增长"
    assert not [old for old, new in table.items() if ord(new) in table and table[ord(new)] != new]
