"""Pages to lines and grids: the document as a visitor reads it, nothing around it."""

from __future__ import annotations

import pytest

from hrss_tui.errors import SourceError
from hrss_tui.sources.document import parse
from hrss_tui.sources.formats.form import SourceFile
from hrss_tui.sources.formats.html.reader import read
from hrss_tui.sources.formats.limits import Limits


def made(body: str, head: str = "", limits: Limits | None = None) -> SourceFile:
    page = f"<html><head><meta charset='utf-8'>{head}</head><body>{body}</body></html>"
    return read(page.encode(), "a.html", limits or Limits())


def lines(body: str, head: str = "") -> tuple[str, ...]:
    return made(body, head).lines


def test_paragraphs_are_whole_and_breaks_are_kept() -> None:
    assert lines("<p>全县新增\n  就业 9 人，</p><p>其中<br>女性 4 人。</p>") == (
        "全县新增就业 9 人，",
        "其中",
        "女性 4 人。",
    )
    assert made("<p>甲</p>").wrapped is False


def test_inline_marks_and_references_leave_one_text() -> None:
    body = "<p><span>参保</span><b>3.1</b>&nbsp;万&#20154;<!-- 注 -->，&lt;试行&gt;<o:p></o:p></p>"
    assert lines(body) == ("参保3.1 万人，<试行>",)


def test_a_term_stands_in_the_line_of_what_is_said_of_it() -> None:
    body = "<dl><dt>甲县<dd>12人<dd>其中女性5人<dt>乙县：<dd>13人<dt>丙县</dt><dd><p>7人</p><p>无</p></dd></dl><dl><dd>丁"
    assert lines(body) == ("甲县：12人", "其中女性5人", "乙县：13人", "丙县：", "7人", "无", "丁")


def test_spans_of_cells_are_kept() -> None:
    body = """<p>支出总表</p><table><tr><td colspan=2>科目</td><td rowspan="2">预算数</td></tr>
      <tr><td>编码<td>名称<tr><td>20801<td>就业<p>管理</p><td>31.50</table>"""
    file = made(body)
    assert file.lines == ("支出总表", "科目\t\t预算数", "编码\t名称\t", "20801\t就业管理\t31.50")
    spans = [(c.text, c.rows, c.columns) for c in file.grids[0].cells if c.rows > 1 or c.columns > 1]
    assert spans == [("科目", 1, 2), ("预算数", 2, 1)]
    assert parse(file)[0].tables[0].title == "支出总表"


def test_a_rowspan_ends_with_its_section_and_zero_reaches_its_end() -> None:
    body = "<table><tbody><tr><td rowspan=0>甲<td>1<tr><td>2</tbody><tbody><tr><td rowspan=9>乙<td>3</tbody></table>"
    file = made(body)
    assert file.lines == ("甲\t1", "\t2", "乙\t3")
    assert [cell.rows for cell in file.grids[0].cells if cell.column == 0] == [2, 1]


def test_the_foot_of_a_table_stands_last() -> None:
    assert lines("<table><tfoot><tr><td>合计<td>3</tfoot><tbody><tr><td>甲<td>3</table>") == (
        "甲\t3",
        "合计\t3",
    )


def test_only_the_first_head_stands_first_and_further_ones_where_they_are() -> None:
    parts = [f"<{tag}><tr><td>{name}<td>1</{tag}>" for tag, name in
             [("tfoot", "尾"), ("tbody", "甲"), ("thead", "头"), ("tbody", "乙"), ("thead", "又"), ("tbody", "丙"), ("tfoot", "再")]]  # fmt: skip
    assert [line[0] for line in lines(f"<table>{''.join(parts)}</table>")] == list("头甲乙又丙再尾")


@pytest.mark.parametrize(
    "table",
    [
        "<table><th>项<th>值<tr><td>甲<td>5</table>",
        "<table><tbody><th>项<th>值</tr><td>甲</td><td>5</td></tr></tbody></table>",
        "<table><tr><th>项<th>值</tr><form><td>甲<td>5</tr></form></table>",
    ],
)
def test_a_row_that_no_tag_begins_is_one(table: str) -> None:
    assert lines(table) == ("项\t值", "甲\t5")


@pytest.mark.parametrize(
    "table",
    [
        "<table>单位：千人<tr><th>项<th>值<tr><td>甲<td>5</table>",
        "<table><tr><th>项<th>值</tr><div>单位：<b>千人</b></div><tr><td>甲<td>5</table>",
        "<table><center>单位：千人<tbody><tr><th>项<th>值<tr><td>甲<td>5</table>",
        "<table><tr><p>单位：千人<th>项<th>值<tr><td>甲<td>5</table>",
        "<table><form>单位：千人<tr><th>项<th>值<tr><td>甲<td>5</form></table>",
    ],
)
def test_what_stands_in_a_table_beside_its_cells_is_shown_before_it(table: str) -> None:
    assert lines(f"<p>前</p>{table}<p>后</p>") == ("前", "单位：千人", "项\t值", "甲\t5", "后")


@pytest.mark.parametrize("opened", ["<table>", "<table><tbody>", "<table><tr>"])
def test_a_table_that_begins_outside_of_the_cells_of_another_ends_it(opened: str) -> None:
    inner = "<table><tr><th>项<th>值<tr><td>甲<td>5</table>"
    assert lines(f"<p>前</p>{opened}{inner}</table><p>后</p>") == ("前", "项\t值", "甲\t5", "后")
    rest = "</tr><tr><td>末7户</td></tr></table>"
    assert lines(f"{opened}{inner}{rest}<p>后</p>") == ("项\t值", "甲\t5", "末7户", "后")


def test_what_stands_beside_the_cells_of_an_inner_table_stays_in_its_cell() -> None:
    inner = "<table><tr>注：<td>5<td>6<tr><td>7<td>8</table>"
    assert lines(f"<table><tr><td>甲{inner}<tr><td>乙</table><p>后</p>")[0].startswith("甲注：")


def test_a_layout_table_is_unrolled() -> None:
    inner = "<table><tr><td>名称<td>金额<tr><td>甲<td>1</table>"
    body = f"<table><tr><td>左<td><p>正文第一段。</p>{inner}<p>末段。</p></table>"
    assert lines(body) == ("左", "正文第一段。", "名称\t金额", "甲\t1", "末段。")


def test_nothing_hidden_is_read() -> None:
    head = "<style>.x, #y {display: none} @media print {.z{display:none}}</style><script>var a='<p>b</p>'</script>"
    body = "<p class='x'>一</p><p id=y>二</p><p class=z>三</p><p style='DISPLAY:none'>四</p><p hidden>五</p><p style='visibility:hidden'>六</p>"
    assert lines(
        body + "<noscript>七</noscript><!--[if mso]><p>八</p><![endif]--><![if !mso]><p>九</p><![endif]>",
        head,
    ) == ("三", "九")


@pytest.mark.parametrize("selector", ["p:not(.a, .b, .c)", ":is(.a, .b, .c) .x", "p[title='a, .b, c']"])
def test_commas_in_brackets_of_a_selector_begin_no_other(selector: str) -> None:
    sheet = f"<style>{selector} {{display: none}} .y, .z {{display: none}}</style>"
    assert lines("<p class=a>甲</p><p class=b>乙5</p><p class=c>丙</p><p class=z>丁</p>", sheet) == (
        "甲",
        "乙5",
        "丙",
    )


def test_rows_and_cells_may_be_hidden() -> None:
    assert lines(
        "<table><tr><td>甲<td style='display:none'>密<td>1<tr style='display:none'><td>乙<td>2</table>"
    ) == ("甲\t1",)


NAVIGATION = (
    "<div class='main-nav'><ul>"
    + "".join(f"<li><a href='{i}'>栏目{i}</a></li>" for i in range(6))
    + "</ul></div>"
)


def test_what_stands_around_the_document_is_left_out() -> None:
    text = "<h1>某县就业公报</h1><p>" + "全县城镇新增就业九百人，比上年增加四十人。" * 9 + "</p>"
    body = (
        f"{NAVIGATION}<nav>导航</nav><div>当前位置：首页 &gt; 政务公开</div><div>首页 &gt; 公报</div>{text}"
        "<div>【字体：大 中 小】 打印 关闭</div><ul><li><a href='1'>甲闻</a><li><a href=2>乙闻</a><li><a href=3>丙闻</a><li><a href=4>丁闻</a></ul>"
        "<footer>页脚</footer><p>某ICP备0000号 网站标识码：00</p>"
    )
    assert lines(body) == ("某县就业公报", "全县城镇新增就业九百人，比上年增加四十人。" * 9)


def test_links_to_annexes_are_text() -> None:
    links = "".join(f"<li><a href='f{i}.xlsx'>附件{i}：收入表</a></li>" for i in range(1, 5))
    assert lines(f"<p>{'正文。' * 30}</p><ul>{links}</ul>")[1:] == tuple(
        f"附件{i}：收入表" for i in range(1, 5)
    )


INDEX = [
    "<table><tr><td>索 引 号：</td><td>0123-4/2031</td><td>发布机构</td><td>甲县人社局</td></tr><tr><td>文号：</td><td></td><td>发布日期：</td><td>2031-05-06</td></tr></table>",
    "<ul><li>索引号：0123-4/2031</li><li>发布机构：甲县人社局</li><li>发布日期：2031-05-06</li></ul>",
    "<div>索引号：0123-4/2031　　发布机构：甲县人社局 发布日期：2031-05-06</div>",
    "<dl><dt>索引号</dt><dd>0123-4/2031</dd><dt>发布机构：</dt><dd>甲县人社局</dd><dt>发布日期</dt><dd>2031-05-06</dd></dl>",
]


def test_what_stands_beside_the_labels_of_an_index_ends_them_and_is_none_alone() -> None:
    head = "<div>发布时间：2031-05-06 来源：乙县就业局 字号：大 中 小</div>"
    file = made(head + "<p>乙县就业公报</p><p>记者：请问今年有何打算？</p>")
    assert ("来源", "乙县就业局") in file.facts
    assert file.lines == ("乙县就业公报", "记者：请问今年有何打算？")


def test_a_day_behind_another_label_is_when_a_page_was_published() -> None:
    file = made("<div>来源：乙县网 记者：王强 2031-05-06 10:12</div><p>乙县就业公报</p>")
    assert ("发布日期", "2031-05-06 10:12") in file.facts
    assert ("记者", "王强") in file.facts
    file = made("<div>来源：乙县网 时效性：有效期至 2038-12-31</div><p>乙县就业公报</p>")
    assert ("时效性", "有效期至 2038-12-31") in file.facts and "发布日期" not in dict(file.facts)


@pytest.mark.parametrize("index", INDEX)
def test_an_index_block_is_facts_of_the_document(index: str) -> None:
    file = made(index + "<p>甲县就业公报</p><p>正文。</p>")
    assert file.facts == (("索引号", "0123-4/2031"), ("发布机构", "甲县人社局"), ("发布日期", "2031-05-06"))
    assert file.lines == ("甲县就业公报", "正文。")


def test_metas_and_the_title_of_the_page_are_facts() -> None:
    head = "<title>乙县公报_乙县人民政府</title><meta name=PubDate content='2031-05-06 10:20'><meta name='ContentSource' content='乙局'>"
    assert made("<p>乙县公报</p>", head).facts == (
        ("标题", "乙县公报"),
        ("发布日期", "2031-05-06 10:20"),
        ("来源", "乙局"),
    )
    file = made("<p>正文。</p>", "<meta name='ArticleTitle' content='丙县公报'>")
    assert file.lines == ("丙县公报", "正文。")


def test_items_of_numbered_lists_keep_their_numbers() -> None:
    assert lines("<ol start=3><li>甲<li>乙</ol><ul><li>丙</ul>") == ("3. 甲", "4. 乙", "丙")


def test_captions_side_by_side_are_lines_of_their_own() -> None:
    assert lines("<p>编制部门：甲局&nbsp;&nbsp;&nbsp;单位：万元</p>") == ("编制部门：甲局", "单位：万元")


@pytest.mark.parametrize("declared", ["gb2312", "big5", "iso-8859-1", "cp950"])
def test_a_page_that_is_utf8_is_read_so_whatever_it_says(declared: str) -> None:
    page = f"<html><meta charset='{declared}'><p>新增就业12万人次"
    assert read(page.encode(), "a.html", Limits()).lines == ("新增就业12万人次",)


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("gb2312", "gb18030"),
        ("GBK", "gb18030"),
        ("utf-8", "gb18030"),
        ("gb2312", "utf-8"),
        ("", "gb18030"),
        ("", "utf-8"),
    ],
)
def test_a_page_is_decoded_by_what_fits(declared: str, encoding: str) -> None:
    page = f"<html><meta http-equiv=x content='text/html; charset={declared}'><p>人社局〇镕堃</p>"
    file = read(page.encode(encoding), "a.html", Limits())
    assert (file.lines, file.encoding) == (("人社局〇镕堃",), encoding)


@pytest.mark.parametrize("declared", ["iso-8859-1", "windows-1252", "utf-16", "big5", "gbk", ""])
@pytest.mark.parametrize(
    ("written", "encoding"), [("全县新增就业七千人", "gb18030"), ("全縣新增就業七千人", "big5hkscs")]
)
def test_chinese_is_read_whatever_western_or_other_encoding_a_page_names(
    declared: str, written: str, encoding: str
) -> None:
    page = f"<html><meta charset='{declared}'><p>{written}</p>"
    file = read(page.encode(encoding), "a.html", Limits())
    assert (file.lines, file.encoding) == ((written,), encoding)


def test_a_page_of_a_western_language_is_read_as_it_says() -> None:
    page = "<html><meta charset='iso-8859-1'><p>Città è più</p>"
    assert read(page.encode("cp1252"), "a.html", Limits()).lines == ("Città è più",)


def test_a_page_with_a_mark_and_a_few_broken_bytes() -> None:
    assert read("<p>甲</p>".encode("utf-16"), "a.html", Limits()).lines == ("甲",)
    broken = ("<meta charset=utf-8><p>" + "全县新增就业。" * 100).encode() + b"\xff" + "完</p>".encode()
    file = read(broken, "a.html", Limits())
    assert "1 个字符无法按" in file.notes[0]


HOSTILE = [
    "<",
    "<a ",
    "<!--",
    "</",
    "<![",
    "<a b='",
    "<script>",
    "&#",
    "&#9",
    "<td>",
    "<table>",
    "<table><tr><td>",
    "<p><div>",
    "<a b=\"'",
    "<ol><li>",
    "<b>",
    "</td>",
    "<head><p>",
    "甲",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_pages_take_no_time(piece: str) -> None:
    try:
        made(piece * 4_000)
    except SourceError as error:
        assert error.message.startswith("a.html: ")


def test_tables_without_end_are_refused() -> None:
    with pytest.raises(SourceError, match="单元格过多"):
        made("<table>" + "<tr><td colspan=1000>甲<td>1" * 40, limits=Limits(cells=1_000))


@pytest.mark.parametrize(
    "up", ["<sup>{}</sup>", "<span style='font-size:6pt; vertical-align : super'>{}</span>"]
)
def test_a_raised_digit_is_the_mark_of_a_note_and_no_digit_of_its_number(up: str) -> None:
    one, two, ten = up.format("1"), up.format("[2]"), up.format("<a href='#n'>10</a>")
    body = f"<table><tr><td>就业{one}<td>300{one}<td>4.5{two}<td>{one}7,000{ten}</table><p>面积 9 m{up.format(2)}</p>"
    assert lines(body) == ("就业¹\t300¹\t4.5[2]\t¹7,000¹⁰", "面积 9 m²")
    assert lines(f"<table><tr><td>就业<td>{up.format('12.5')}<td>甲</table>") == ("就业\t12.5\t甲",)


@pytest.mark.parametrize(
    "hidden",
    ["<s>9</s>", "<strike>9</strike>", "<span style='text-decoration: line-through'>9</span>",
     "<span style='font-size:0px'>9</span>", "<b style='opacity:0'>9</b>", "<font color=white>9</font>",
     "<span style='color:#FFF;'>9</span>", "<i style='color: rgb(255,255,255)'><b>9</b></i>"],
)  # fmt: skip
def test_digits_that_are_struck_or_cannot_be_seen_are_none_of_a_number(hidden: str) -> None:
    assert lines(f"<table><tr><td>就业<td>{hidden}1,3{hidden}00<td>甲</table>") == ("就业\t1,300\t甲",)


def test_what_only_looks_like_hidden_is_read() -> None:
    white = "<tr><th style='color:#fff'>科目<th><font color='#ffffff'>金额</font></tr>"
    badge = "<tr><td>甲<td><span style='color:#fff;background:red'>新</span>12</tr>"
    assert lines(f"<table>{white}{badge}</table>") == ("科目\t金额", "甲\t新12")
    gaps = "<div style='font-size:0'><span style='font-size:14px'>一</span></div><p style='background-color:#fff'>二</p>"
    assert lines(gaps) == ("一", "二")


@pytest.mark.parametrize(
    "field",
    ["<input value='1,300.5'>", "<input type=TEXT readonly value=1,300.5>", "<p><input type='number' value='1,300.5'></p>",
     "<textarea rows=1>\n1,300.5</textarea>", "<select><option>9<option selected>1,300.5</select>",
     "<select><option>1,300.5<option>9</select>", "<input type=hidden value=9><input value='1,300.5'>",
     "<input style='display:none' value=9><input value='1,300.5'><input type=checkbox value=9>"],
)  # fmt: skip
def test_what_stands_in_the_fields_of_a_table_is_the_text_of_its_cells(field: str) -> None:
    assert lines(f"<table><tr><td>就业<td>{field}<td>甲</table>") == ("就业\t1,300.5\t甲",)


def test_fields_with_which_one_searches_are_no_text() -> None:
    search = "<input value='关键字'><input type=submit value='搜索'>"
    choice = "<select><option value=''>请选择<option>甲</select>"
    assert lines(f"<table><tr><td>站内{search}<td>9</table><p>乙<input value=3></p>") == ("站内\t9", "乙")
    assert lines(f"<table><tr><td>地区<td>{choice}<td>9</table>") == ("地区\t9",)
    assert lines(f"<table><tr><td>{search}<table><tr><td>甲<td>9</table></table>") == ("甲\t9",)


@pytest.mark.parametrize(
    ("sheet", "element"),
    [
        (".t{display:none}.t.on{display:block}", "class='t on'"),
        (".t{display:none} .open .t{display:block}", "class=t"),
        (".t{display:none} .open > .t{display:block}", "class=t"),
        (".t{display:none}", "class=t style='display: block'"),
        (".t{visibility:hidden}.t{visibility:visible}", "class=t"),
        (".t{display:none}.t:first-child{display:block}", "class=t"),
        (".t{display:none}@media (min-width:768px){.t{display:block}}", "class=t"),
        ("@media (max-width:768px){.t{display:none}}", "class=t"),
        ("/* .t{display:none} */ .t{color:red;/*display:none*/}", "class=t"),
        ("li.t{display:none} .other .t{display:none} .t:hover{display:none} .t::before{display:none}", "class=t"),
        ("a.t{text-decoration:line-through}", "class=t"),
        ("", "style='content:\"display:none\"'"),
        (".t{display:none}#k{display:inherit}.t.on{display:flex}", "class='t on' id=k"),
    ],
)  # fmt: skip
def test_what_a_heavier_rule_or_its_own_style_shows_is_read(sheet: str, element: str) -> None:
    body = f"<div class=open><p {element}>新增7人</p></div><p>末段。</p>"
    assert lines(body, f"<style>{sheet}</style>") == ("新增7人", "末段。")


@pytest.mark.parametrize(
    ("sheet", "element"),
    [
        (".open .t{display:none}", "class=t"),
        (".open > p.t{display:none}", "class=t"),
        ("<!-- .t{display:none} -->", "class=t"),
        ("#k{display:none}.t{display:block}", "class=t id=k"),
        (".t{display:none!important}", "class=t style='display:block'"),
        (".t{display:none}.t:hover{display:block}.other .t{display:block}.t.on{display:block}", "class=t"),
        ("@media screen{@supports (display:grid){p{display:none}}}p.z{display:block}", "class=t"),
        (".t{text-decoration:red line-through}", "class=t"),
        ("", "class='sr-only'"),
    ],
)
def test_what_the_heavier_rule_hides_is_none(sheet: str, element: str) -> None:
    body = f"<div class=open><p {element}>新增7人</p></div><p class=z>末段。</p>"
    assert lines(body, f"<style>{sheet}</style>") == ("末段。",)


def test_what_a_formula_shows_is_read_on_one_line_and_once() -> None:
    shown = {
        "<mn>7</mn><mo>.</mo><mn>2</mn>": "7.2", "<mfrac><mn>7</mn><mn>2</mn></mfrac>": "7/2",
        "<msup><mn>10</mn><mn>2</mn></msup>": "10²", "<msqrt><mn>9</mn></msqrt>": "√9",
        "<semantics><mn>7</mn><annotation>7</annotation></semantics>": "7",
    }  # fmt: skip
    for inside, text in shown.items():
        assert lines(f"<p>新增<math>{inside}</math>人</p>") == (f"新增{text}人",)
    assert lines("<p>新增2<math><mfrac><mn>1</mn><mn>3</mn></mfrac></math></p>") == ("新增2 1/3",)
    double = "<span class=katex-mathml><math><mn>7</mn></math></span><span class=katex-html>7</span>"
    assert lines(f"<p>新增{double}人</p>") == ("新增7人",)


def test_numbers_in_fields_and_drawings_outside_of_tables_are_said_to_be_unread() -> None:
    body = "<p>新增<input value=72>人</p><svg><text>8</text></svg><input type=hidden value=9><svg><path d='1'/></svg>"
    assert [str(note) for note in made(body).notes] == ["a.html: 有 2 处表单或图形中的数字未读"]


def test_rules_without_end_are_looked_at_for_a_while() -> None:
    sheet = "".join(f".a{n} .b .c .t{{display:none}}" for n in range(3_000)) + ".t{display:none}"
    body = "<div class=b>" * 200 + "<p class=t>甲</p><p>乙</p>" * 500
    assert set(lines(body, f"<style>{sheet}</style>")) == {"乙"}


def _cells(cell: str, head: str = "") -> list[str]:
    file = made(f"<table><tr><td>就业<td>12.50</tr><tr><td>培训<td>{cell}</tr></table>", head)
    return [each.text for each in file.grids[0].cells if each.row == 1 and each.column == 1]


@pytest.mark.parametrize(
    "drawn",
    [
        "<img alt=1 src=a.png>",
        "<svg><text>1</text></svg>",
        "<script>document.write(1)</script>",
        "<input value=1><button>改</button>",
    ],
)
def test_digits_that_are_drawn_or_in_a_field_beside_a_number_leave_it_unread(drawn: str) -> None:
    assert _cells(drawn + "234.50") == ["\ufffd234.50"]


def test_pictures_and_scripts_without_digits_leave_a_number_alone() -> None:
    assert _cells("<img alt=升 src=a1.png><script>f(1)</script>234.50") == ["234.50"]


@pytest.mark.parametrize(
    "way",
    [
        "font-size:0",
        "opacity: 0.0",
        "position:absolute;left:-9999px",
        "display:inline-block;text-indent:-999em",
    ],
)
def test_words_that_a_class_makes_unseen_are_no_digits(way: str) -> None:
    assert _cells("<span class=z>7</span>234.50", f"<style>.z{{{way}}}</style>") == ["234.50"]


@pytest.mark.parametrize("way", ["top:-100em", "left:-9999px;position:static", "text-indent:-2000px"])
def test_words_that_nothing_moves_are_read(way: str) -> None:
    assert _cells("<b>12.5</b>", f"<style>b{{{way}}}</style>") == ["12.5"]


def test_what_is_shown_as_its_parent_is_is_read() -> None:
    style = "<style>p{display:none}p{display:inherit}</style>"
    assert lines("<p>新增就业9人。</p>", style) == ("新增就业9人。",)


def test_a_whole_part_of_a_page_that_fades_in_is_read() -> None:
    assert lines("<div class=z><p>新增就业9人。</p></div>", "<style>.z{opacity:0}</style>") == (
        "新增就业9人。",
    )


def test_a_lowered_digit_behind_a_number_is_a_mark_and_in_a_formula_none() -> None:
    assert _cells("234.50<sub>2</sub>") == ["234.50²"]
    assert lines("<p>减排CO<sub>2</sub> 3 万吨</p>") == ("减排CO2 3 万吨",)


def test_a_table_of_one_cell_inside_a_cell_is_its_text() -> None:
    assert _cells("<table><tr><td>234.50</td></tr></table>") == ["234.50"]


@pytest.mark.parametrize(
    "marked",
    [
        "<ruby>38<rp>(</rp><rt>7</rt><rp>)</rp></ruby>",
        "<ruby>38<rt>7</ruby>",
        "<ruby>3<rt>sān<rb>8<rt>bā</ruby>",
    ],
)
def test_what_stands_above_a_text_as_its_reading_is_no_part_of_it(marked: str) -> None:
    assert lines(f"<p>培训{marked}人次。</p>") == ("培训38人次。",)
