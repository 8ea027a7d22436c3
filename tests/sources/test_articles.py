"""Two articles in one file, one printed into the other."""

import pytest

from hrss_tui.sources.articles import split_articles
from hrss_tui.sources.decode import decode
from hrss_tui.sources.document import parse
from hrss_tui.sources.paragraphs import whole_lines

INTERLEAVED = """# 甲篇

各级财政持续做好困难群众保障工作，困难群众保障水平不断提高。

二是全面织牢困难群众

# 乙篇

衔接资金安排坚持倾斜，安排至脱贫县的资金量达到

765.65亿元，安排至其他地区的资金量达到818.33亿元。

其后研究印发管理办法的有关

众保障网。切实兜住底线。"""


def test_the_rest_of_a_sentence_goes_back_to_its_article() -> None:
    first, second = parse(decode(INTERLEAVED.encode(), "a.txt"))
    assert first.blocks[-1].text.text == "二是全面织牢困难群众保障网。切实兜住底线。"
    assert (first.blocks[-1].text.line_start, first.blocks[-1].text.line_end) == (5, 15)
    assert second.blocks[-1].text.text == "其后研究印发管理办法的有关"
    assert [piece.text for piece in first.repeated] == ["众"]


def test_a_number_at_the_head_of_a_line_stays_with_its_own_sentence() -> None:
    second = parse(decode(INTERLEAVED.encode(), "a.txt"))[1]
    assert any("达到765.65亿元" in block.text.text for block in second.blocks)


def test_articles_one_after_the_other_are_only_cut() -> None:
    lines = whole_lines(["# 甲", "", "完整的一句。", "", "# 乙", "", "另外一句。"])
    assert [article.lines[0].text for article in split_articles(lines)] == ["# 甲", "# 乙"]


def test_a_file_with_one_heading_is_one_document() -> None:
    assert len(split_articles(whole_lines(["# 甲", "一句。", "## 乙", "又一句。"]))) == 1


_PAPER = ["", "城镇新增就业一万人。", "", "参加失业保险二万人。", ""]


def _starts_of(*lines: str) -> list[str]:
    return [article.lines[0].text for article in split_articles(whole_lines(list(lines)))]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("2031年度东河市人社事业统计公报", "2031年西山地区人社事业统计公报"),
        ("2030年东河市人社事业统计公报", "2031年东河市人社事业统计公报"),
        ("2031年东河市人社事业统计公报", "2031年西山市就业工作要点"),
        ("东河市2031年就业工作要点", "东河市南江县2031年就业工作要点"),
    ],
)
def test_a_second_paper_of_its_kind_in_one_file_is_a_document(first: str, second: str) -> None:
    assert _starts_of(first, *_PAPER, second, *_PAPER) == [first, second]


@pytest.mark.parametrize(
    "lines",
    [
        ["2031年东河市人社事业统计公报", *_PAPER, "2031年度东河市人社事业统计公报", *_PAPER],
        ["2031年东河市人社事业统计公报", *_PAPER, "2030年东河市人社事业统计公报", "", "2029年东河市人社事业统计公报", ""],
        ["2031年东河市人社事业统计公报", *_PAPER, "2031年东河市就业工作要点", *_PAPER],
        ["2031年东河市人社事业统计公报", *_PAPER, "见《2030年西山市人社事业统计公报》", *_PAPER],
        ["2031年东河市公报", "", "2031年东河市人社事业统计公报", *_PAPER],
    ],
)  # fmt: skip
def test_a_title_that_is_repeated_or_only_named_begins_none(lines: list[str]) -> None:
    assert len(_starts_of(*lines)) == 1
