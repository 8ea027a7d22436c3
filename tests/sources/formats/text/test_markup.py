"""Tags that were pasted into a text are read as blanks and kept as printed."""

import pytest

from hrss_tui.sources.document import parse
from hrss_tui.sources.formats.limits import Limits
from hrss_tui.sources.formats.text.markup import unmarked
from hrss_tui.sources.formats.text.reader import read

TEXT = (
    "2031年南川市就业工作情况\n<p>　　全市城镇新增就业<strong>0.3万人</strong>，比上年增长2%。</p>\n"
    "<p>　　发放补贴3亿元&nbsp;，惠及职工8万人。</p>\n<p>　　举办招聘会86场，提供岗位2万个。</p>\n"
)


def test_paragraphs_with_tags_are_paragraphs_without_and_are_kept_as_printed() -> None:
    (document,) = parse(read(TEXT.encode(), "a.txt", Limits()))
    texts = ["".join(block.text.text.split()) for block in document.blocks]
    assert texts == [
        "2031年南川市就业工作情况",
        "全市城镇新增就业0.3万人，比上年增长2%。",
        "发放补贴3亿元，惠及职工8万人。",
        "举办招聘会86场，提供岗位2万个。",
    ]
    assert not document.tables
    assert "<strong>" in document.as_printed(document.blocks[1].text)


@pytest.mark.parametrize(
    ("line", "bare"),
    [
        ("<p>一、就业情况</p><p>新增3万人。</p>", "一、就业情况。新增3万人。"),
        ("坚持以<br>人民为中心", "坚持以人民为中心"),
        ('<div class="a" >&ldquo;春风&rdquo;行动</div>', "“春风”行动"),
        ("比例<5%且>3%<p>完成</p>", "比例<5%且>3%。完成"),
        ("<h2>概况</h2>", "概况"),
    ],
)
def test_what_is_read_is_as_long_as_what_is_printed(line: str, bare: str) -> None:
    (found,) = unmarked((line,), (True,))
    assert len(found) == len(line)
    assert "".join(found.split()) == bare


def test_a_text_without_paragraph_tags_stays() -> None:
    lines = ("a < b > c", "比例<5%", "&nbsp; <b>粗</b>")
    assert unmarked(lines, (True,) * 3) == lines


def test_tags_of_a_table_are_left_to_it() -> None:
    text = "<p>就业情况表</p>\n<table><tr><td>项目</td><td>金额</td></tr><tr><td><b>就业</b></td><td>3</td></tr></table>\n<p>全市新增就业3万人。</p>\n"
    (document,) = parse(read(text.encode(), "a.txt", Limits()))
    assert document.tables[0].rows[1].texts() == ["就业", "3"]
    assert document.blocks[-1].text.text.strip() == "全市新增就业3万人。"
