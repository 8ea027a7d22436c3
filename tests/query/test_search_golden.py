"""What a person who has read the documents expects of a query. Lines and words are read off the sources by hand."""

from __future__ import annotations

from hrss_tui.query.search.answer import Answer
from hrss_tui.query.search.searcher import Searcher


def places(answer: Answer) -> list[tuple[str, int]]:
    """Document and first line of the first mark, in the order of the hits."""
    return [(hit.doc_id, hit.lines[0]) for hit in answer.hits]


def marked(answer: Answer) -> set[str]:
    """Every marked text as printed."""
    return {hit.text[start:end] for hit in answer.hits for start, end in hit.spans}


def counts(answer: Answer) -> dict[str, int]:
    assert answer.totals is not None
    return answer.totals.documents


def test_two_terms_stand_in_one_paragraph_and_the_phrase_comes_first(searcher: Searcher) -> None:
    answer = searcher.search("南疆 就业")
    assert places(answer) == [
        ("interview-2026", 7),  # …南疆就业促进工程…: the phrase itself
        ("plan-2021", 71),  # 实施北疆产业带动南疆劳动力就业计划: one sentence
        ("budget-2026", 1199),  # a row: 扎实推进南疆四地州贫困劳动力有组织转移就业工作
        ("plan-2021", 81),  # 以南疆四地州… and, sentences later, 增强就业稳定性
    ]
    assert marked(answer) == {"南疆", "就业"}


def test_a_quoted_phrase_is_found_with_the_quotation_marks_of_the_text_around_it(searcher: Searcher) -> None:
    answer = searcher.search('"三支一扶"')
    assert places(answer) == [("bulletin-2021", 295), ("plan-2021", 59), ("interview-2026", 11)]
    assert marked(answer) == {"三支一扶"}
    assert places(searcher.search("“三支一扶”")) == places(answer)


def test_a_number_is_found_with_and_without_its_comma(searcher: Searcher) -> None:
    answer = searcher.search("1222.08")
    assert sorted(places(answer)) == [("budget-2026", line) for line in (186, 365, 471, 704, 800, 804, 1320)]
    assert marked(answer) == {"1,222.08", "1222.08"}
    assert counts(answer) == {"budget-2026": 11}
    assert places(searcher.search("1,222.08")) == places(answer)


def test_full_width_digits_find_ordinary_ones_and_whole_numbers_come_first(searcher: Searcher) -> None:
    answer = searcher.search("４６万")
    assert places(answer) == [
        ("plan-2021", 23),  # 全年实现城镇新增就业46万人
        ("budget-2026", 804),  # 政务能力提升服务项目46万元
        ("budget-2026", 889),  # 127.46 万元: only the end of a number
    ]
    assert marked(answer) == {"46万", "46 万"}


def test_initials_find_names_and_nothing_else(searcher: Searcher) -> None:
    answer = searcher.search("shbz", limit=0)
    assert marked(answer) == {"社会保障", "社会保 障"}  # the space is where a cell was broken
    assert {hit.kind for hit in answer.hits} == {"heading", "table_row"}
    assert places(answer)[0] == ("budget-2026", 620)  # 一、关于自治区人力资源和社会保障厅…
    assert {("budget-2026", 181), ("budget-2026", 253), ("budget-2026", 469)} <= set(places(answer))
    assert ("article-livelihood", 25) in places(answer)  # 社会保障制度改革取得较大进展…


def test_syllables_find_the_rows_of_a_prefecture(searcher: Searcher) -> None:
    answer = searcher.search("kashi")
    assert places(answer) == [("plan-2021", 195), ("plan-2021", 216)]
    assert marked(answer) == {"喀什"}


def test_traditional_characters_find_simplified_ones(searcher: Searcher) -> None:
    answer = searcher.search("社會保障")
    assert marked(answer) == {"社会保障", "社会保 障"}
    assert counts(answer) == {
        "bulletin-2021": 12,
        "plan-2021": 18,
        "budget-2026": 260,
        "article-livelihood": 6,
        "interview-2026": 4,
    }


def test_an_expression_finds_figures_across_spaces_and_line_breaks(searcher: Searcher) -> None:
    answer = searcher.search(r"/\d+万人次/")
    # 14.3 | 万人次 and 221.4 万人 | 次 of the bulletin are broken over two lines
    assert counts(answer) == {
        "bulletin-2021": 14,
        "plan-2021": 3,
        "budget-2026": 4,
        "article-livelihood": 1,
        "interview-2026": 4,
    }
    assert {"3万人次", "4 万人次"} <= marked(answer)


def test_a_term_can_be_excluded(searcher: Searcher) -> None:
    answer = searcher.search("天池英才 -教育")
    assert places(answer) == [("budget-2026", 917), ("budget-2026", 489)]  # the heading, then the row
    assert marked(answer) == {"天池英才", "天池 英才"}
    assert not searcher.search("天池英才 -人才").hits


def test_spaces_within_a_name_do_not_matter(searcher: Searcher) -> None:
    answer = searcher.search("博州")
    assert places(answer) == [("plan-2021", 187), ("plan-2021", 208)]
    assert marked(answer) == {"博 州", "博州"}


def test_filters_narrow_to_headings_of_one_document(searcher: Searcher) -> None:
    answer = searcher.search("就业 doc:plan-2021 kind:heading")
    assert places(answer) == [
        ("plan-2021", 27),  # 坚持经济发展就业导向，千方百计扩大就业: twice
        ("plan-2021", 125),  # 提供优质公共就业服务，尽心尽力保障就业: twice
        ("plan-2021", 7),
        ("plan-2021", 17),
        ("plan-2021", 57),
        ("plan-2021", 79),
        ("plan-2021", 101),
        ("plan-2021", 177),
        ("plan-2021", 201),
    ]
    assert counts(answer) == {"plan-2021": 11}


def test_a_word_broken_over_two_lines_is_found_and_both_lines_are_named(searcher: Searcher) -> None:
    answer = searcher.search("新疆生产建设兵团")
    assert counts(answer) == {"bulletin-2021": 1}
    (hit,) = answer.hits
    assert hit.lines == (383, 385)
    assert hit.text[slice(*hit.spans[0])] == "新疆生产建设兵团"
