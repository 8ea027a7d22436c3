"""What the styles of a page make of its text: the same by a rule as by the style of an element."""

from __future__ import annotations

import json
from html import escape

import pytest

from hrss_tui.errors import SourceError
from hrss_tui.sources.formats.form import SourceFile
from hrss_tui.sources.formats.html.mhtml import read as read_archive
from hrss_tui.sources.formats.html.reader import read
from hrss_tui.sources.formats.html.styles import cascade
from hrss_tui.sources.formats.limits import Limits
from hrss_tui.words import phrase

UNREAD = "\ufffd"


def made(body: str, sheet: str = "") -> SourceFile:
    page = f"<html><head><style>{sheet}</style></head><body>{body}</body></html>"
    return read(page.encode(), "a.html", Limits())


def lines(body: str, sheet: str = "") -> tuple[str, ...]:
    return made(body, sheet).lines


def notes(body: str, sheet: str = "") -> list[str]:
    return [str(note).removeprefix("a.html: ") for note in made(body, sheet).notes]


def cell(inside: str, sheet: str = "") -> str:
    file = made(f"<table><tr><td>参保<td>80.25</tr><tr><td>领取<td>{inside}</tr></table>", sheet)
    return next(each.text for each in file.grids[0].cells if each.row == 1 and each.column == 1)


BY_RULE = {
    "class": (".z{{{}}}", "<span class=z>{}</span>"),
    "two rules": ("span{{color:red;font-size:9pt}} td .z{{{}}}", "<span class='y z'>{}</span>"),
    "id": ("span{{display:inline;position:static}} #k{{{}}}", "<span id=k>{}</span>"),
    "attribute": ("[data-a^='be']{{{}}}", "<span data-a=beta>{}</span>"),
    "child": ("tr>td>i{{{}}}", "<i>{}</i>"),
    "first": ("td span:first-child{{{}}}", "<span>{}</span>"),
    "counted": ("tr:nth-child(2n) td:nth-of-type(2) b{{{}}}", "<b>{}</b>"),
    "not": ("em:not(.a, .b){{{}}}", "<em class=c>{}</em>"),
    "siblings": ("b + i ~ span{{{}}}", "<b></b><i></i><u></u><span>{}</span>"),
    "important": (".z{{{}!important}} #k{{all:unset}}", "<span class=z style='font-size:9pt;opacity:1'>{}</span>"),
    "media": ("@media screen and (max-width:9000px){{@supports (a:b){{.z{{{}}}}}}}", "<span class=z>{}</span>"),
}  # fmt: skip
UNSEEN = [
    "display:none", "visibility:hidden", "position:absolute;left:-9999px", "position:fixed;top:-200%",
    "position:absolute;clip:rect(1px,1px,1px,1px)", "clip-path:inset(50%)", "clip-path:circle(0)",
    "clip-path:polygon(0 0, 0 0, 0 0)", "opacity:.0", "font-size:0", "font:0/0 a", "color:transparent",
    "color:rgba(9,9,9,0)", "-webkit-text-fill-color:transparent", "display:inline-block;width:0;overflow:hidden",
    "display:inline-block;height:0;overflow:hidden", "display:inline-block;transform:scale(0)",
    "position:absolute;transform:translateX(-9999px)", "margin-left:-9999px", "text-decoration:underline line-through red",
    "color:#fff", "color:#FEFEFE", "color:rgba(255,255,255,.95)", "color:hsl(210 40% 100%)", "color:hsla(0deg,0%,99%,1)",
    "filter:blur(0) opacity(0)", "-webkit-filter:opacity(1%)", "display:inline-block;content-visibility:hidden",
]  # fmt: skip


@pytest.mark.parametrize("way", UNSEEN)
def test_what_a_style_makes_unseen_is_no_digit_of_a_number(way: str) -> None:
    assert cell(f"<span style='{way}'>7</span>61.5") == "61.5"


@pytest.mark.parametrize("form", BY_RULE)
@pytest.mark.parametrize("way", ["clip-path:inset(50%)", "font-size:0", "visibility:hidden", "color:#fff"])
def test_a_rule_hides_as_a_style_does(form: str, way: str) -> None:
    sheet, element = BY_RULE[form]
    assert cell(f"{element.format(7)}61.5", sheet.format(way)) == "61.5"


def test_what_two_rules_say_is_taken_together() -> None:
    sheet = ".a{position:absolute} .b{left:-9999px} .c{width:0;display:inline-block} i.c{overflow:hidden}"
    assert cell("<span class='a b'>7</span><i class=c>8</i>61.5", sheet) == "61.5"
    assert cell("<span class='b'>7</span>1.5<b class=c></b>", sheet) == "71.5"


@pytest.mark.parametrize(
    "sheet",
    [
        ".z{opacity:0} .z.z{opacity:1}", ".z{font-size:0} td span.z{font-size:12px}", ".z{color:#fff;background:#369}",
        "td{background:url(a.png)} .z{color:#fff}", ".z{clip-path:inset(5px)}", ".z{position:relative;left:-3px}",
        ".z{transform:scale(0)}", ".z{width:0;overflow:hidden}", ".z{clip:rect(0,0,0,0)}", ".z{display:bogus}",
        ".z{color:transparent;text-shadow:0 0 1px #000}", "td .y .z{display:none}", ".z:hover{display:none}",
        ".z:not(.z){display:none}", "td:first-child span{display:none}", "@media print{.z{display:none}}",
        "@media (max-width:767px){.z{display:none}}", ".z::before{display:none}", "td + td + td span{display:none}",
        ".z{filter:opacity(40%)}", ".z{color:hsl(210 40% 40%)}", ".z{color:hsl(a b c)}", ".z{content-visibility:hidden}",
        ".z:has(b){display:none}", "@layer a{.z{display:none}} span{display:inline}",
    ],
)  # fmt: skip
def test_what_no_style_hides_is_read(sheet: str) -> None:
    assert cell("<span class=z>7</span>1.5", sheet) == "71.5"


def test_what_is_visible_inside_of_what_is_not_is_read_alone() -> None:
    sheet = ".a{visibility:hidden} .a .b{visibility:visible}"
    body = "<div class=a>甲5<p class=b>新增6人</p><span>丙7</span></div><table><tr class=a><td>丁<td class=b>8<td>9<tr><td>子<td>1<td>2</table>"
    assert lines(body, sheet) == ("新增6人", "\t8\t", "子\t1\t2")


def test_a_rule_outweighs_the_attribute_that_hides() -> None:
    assert lines("<p hidden>甲</p><p hidden class=f>乙</p>", ".f{display:flex}") == ("乙",)


def test_windows_that_are_not_open_are_left_out_and_what_is_folded_is_read() -> None:
    body = "<dialog><p>甲1</p></dialog><dialog open><p>乙2</p></dialog><div popover>丙3</div><details><summary>丁</summary><p>戊4</p></details>"
    assert lines(body) == ("乙2", "丁", "戊4")


@pytest.mark.parametrize(
    "whole", ["display:none", "visibility:hidden", "opacity:0", "font-size:0", "color:transparent"]
)
def test_a_page_as_a_whole_is_not_hidden(whole: str) -> None:
    assert lines("<p>新增6人</p>", f"html,body{{{whole}}}") == ("新增6人",)
    assert lines("<div id=app v-cloak><p>新增6人</p></div>", f"[v-cloak]{{{whole}}}") == ("新增6人",)


@pytest.mark.parametrize(
    "up",
    ["vertical-align:super", "vertical-align:text-top;font-size:7pt", "vertical-align:30%;font-size:.6em",
     "position:relative;top:-5px;font-size:x-small"],
)  # fmt: skip
def test_what_a_rule_raises_is_a_mark(up: str) -> None:
    assert cell("61.5<span class=z>3</span>", f".z{{{up}}}") == "61.5³"
    assert cell("61.5<span class=z>3</span>", f"td{{{up}}}") == "61.53"


def test_what_a_rule_lowers_stands_apart() -> None:
    assert cell("61.5<span class=z>3</span>", ".z{vertical-align:sub}") == "61.5³"
    assert cell("<sub>3</sub>61.5") == "3 61.5"


@pytest.mark.parametrize(
    "sheet",
    ["span{display:block}", "td{display:table-cell} span{float:left}", "span{display:inline-block;width:50%}",
     "span{margin-right:1em}", "td{display:flex;justify-content:space-between}", "span+span{position:absolute;right:0}"],
)  # fmt: skip
def test_numbers_that_stand_apart_are_not_joined(sheet: str) -> None:
    assert cell("<span>61.5</span><span>30</span>", sheet).split() == ["61.5", "30"]
    assert cell("<span>61.5</span><span>30</span>") == "61.530"


def test_paragraphs_that_are_set_in_one_line_are_one() -> None:
    assert lines("<p>新增6</p><p>1人</p>", "p{display:inline}") == ("新增61人",)


def test_text_of_a_style_sheet_is_read() -> None:
    sheet = ".a::after{content:'万人'} .b:before{content:\"-\"} .c::after{content:attr(data-u)} .d::before{content:'\\4e03'}"
    assert lines("<p>新增<b class=a>6</b></p><p class=c data-u=人次>培训9</p><p class=d>区</p>", sheet) == (
        "新增6万人",
        "培训9人次",
        "七区",
    )
    assert cell("<span class=b>61.5</span>", sheet) == "-61.5"


@pytest.mark.parametrize(
    "content",
    ["'020';display:block;height:0;clear:both", "'.';visibility:hidden", "'7';display:none", "'\\e603'", "'•'", "''",
     "none", "url(a.png)", "'7';font-size:0"],
)  # fmt: skip
def test_what_only_ends_or_marks_is_no_text(content: str) -> None:
    assert cell("<span class=z>61.5</span>", f".z::after{{content:{content}}}") == "61.5"


def test_numbers_that_a_style_sheet_counts_leave_a_figure_unread() -> None:
    assert cell("<b class=z>61.5</b>", ".z::before{content:counter(n)}") == f"{UNREAD}61.5"
    assert lines("<p class=z>甲</p>", ".z::before{content:counter(n) '.'}") == ("甲",)
    assert notes("<p class=z>甲</p>", ".z::before{content:counter(n)}") == ["有 1 处表单或图形中的数字未读"]


def test_items_are_numbered_as_their_list_says() -> None:
    body = "<ol start=3 reversed><li>甲<li>乙<li value=9>丙<li>丁</ol><ol reversed><li>戊<li>己</ol>"
    assert lines(body) == ("3. 甲", "2. 乙", "9. 丙", "8. 丁", "2. 戊", "1. 己")
    body = "<ol type=A><li>甲<li>乙</ol><ol type=i start=4><li>丙</ol><ol class=z><li>丁<li>戊</ol><ul class=n><li>己</ul>"
    sheet = ".z{list-style:inside cjk-ideographic} .n{list-style-type:decimal}"
    assert lines(body, sheet) == ("A. 甲", "B. 乙", "iv. 丙", "一、丁", "二、戊", "1. 己")
    for none in ("ol{list-style:none}", "li{list-style-type:none}", "li{display:block}"):
        assert lines("<ol><li>甲</ol>", none) == ("甲",)


def test_what_is_turned_round_is_read_as_it_looks_or_not() -> None:
    assert cell("<bdo dir=rtl>5.16</bdo>") == "61.5"
    assert cell("<b class=z>5.16</b>", ".z{direction:rtl;unicode-bidi:bidi-override}") == "61.5"
    assert cell("<bdo dir=rtl>5.<i>1</i>6</bdo>") == UNREAD


def test_what_is_embedded_is_said_to_be_unread() -> None:
    body = (
        "<p>甲</p><iframe src=a.html></iframe><object data=a.pdf></object><embed src=a.pdf><canvas></canvas>"
    )
    assert notes(body) == ["嵌入了 4 个其他网页、文件或画布，其中的内容未读"]
    assert not notes(
        "<p>甲</p><iframe src='about:blank'></iframe><iframe src=a width=0 height=0></iframe><iframe src=a hidden></iframe>"
    )
    assert notes(
        "<p>甲<img src=a.jpg></p><img src=b.gif><img src=c.png width=20><a href=d><img src=d.png></a>"
    ) == ["有 1 幅图片，其中的文字未读"]
    assert lines("<xmp>新增6人</xmp>") == ("新增6人",)


def test_what_is_struck_out_or_covered_is_said() -> None:
    assert notes("<p>新增<s>5</s>6人</p>") == ["有 1 处画了删除线的文字，未读"]
    assert notes("<p>新增<i class=z>5</i>6人</p>", ".z{clip-path:circle(0)}") == [
        "有 1 处含数字的内容被样式遮住，未读"
    ]
    assert lines("<p>新增<del>5</del>6人</p>", "del{text-decoration:none}") == ("新增56人",)
    file = made("<div class=z><p>新增6人</p></div>", ".z{opacity:0}")
    assert (file.lines, len(file.notes)) == (("新增6人",), 1)


def test_a_struck_cell_keeps_its_place() -> None:
    file = made(
        "<table><tr><td>甲<td class=z>5<td>6<tr><td>乙<td>7<td>8</table>", ".z{text-decoration:line-through}"
    )
    assert file.lines == ("甲\t\t6", "乙\t7\t8")


def test_a_figure_that_is_white_all_over_is_not_surely_seen() -> None:
    assert cell("<span class=z>61.5</span>", ".z{color:white}") == f"{UNREAD}61.5"
    assert cell("<span class=z>61.5</span>", ".z{color:white} td{background-color:#1e5fa8}") == "61.5"
    assert cell("<span class=z>2031</span>", ".z{color:white}") == "2031"


def test_what_is_as_dark_as_the_ground_of_a_part_of_the_page_is_read() -> None:
    sheet = "body{background:#222} .m{background:#1e5fa8} .z{color:#1e5fa8}"
    page = "<div class=m><div class=con><p>新增<b class=z>6</b>人</p></div></div><p style='color:#222'>甲<b>7</b></p>"
    assert lines(page, sheet) == ("新增6人", "甲7")
    assert cell("<b class=z>7</b>61.5", "td{background:#1e5fa8} .z{color:#1e5fa8}") == "61.5"


def test_parts_of_a_line_far_apart_are_facts_of_their_own() -> None:
    body = "<div class=i><span>索引号：01-2</span><span>发布机构：甲局</span><span>发布日期：2031-05-06</span></div><p>甲</p>"
    for sheet in (".i span{display:inline-block;margin-right:20px}", ".i span{float:left;padding-left:2em}"):
        assert dict(made(body, sheet).facts) == {
            "索引号": "01-2",
            "发布机构": "甲局",
            "发布日期": "2031-05-06",
        }


def test_a_large_part_that_is_hidden_is_said() -> None:
    table = "<table><tr><td>甲<td>6<tr><td>乙<td>7</table>"
    assert notes(f"<p>丙</p><div class=z>{table}</div>", ".z{display:none}") == [
        "有 1 处含数字的内容被样式遮住，未读"
    ]


def test_rules_beyond_what_can_be_followed_are_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cascade, "_LOOKS", 900)
    sheet = "".join(f"div:nth-of-type({n}n+2) ~ p ~ b{{color:red}}" for n in range(2, 90))
    file = made("<div>甲</div><p>乙</p><b>丙</b>" * 90, sheet)
    assert any("样式规则太多" in str(note) for note in file.notes)


@pytest.mark.parametrize(
    "place", ["Content-Location: cid:css-1@mhtml.blink", "Content-ID: <css-1@mhtml.blink>"]
)
def test_style_sheets_that_are_saved_beside_a_page_hold_for_it(place: str) -> None:
    page = "<link rel=stylesheet href='cid:css-1@mhtml.blink'><p>新增<span class=z>7</span>6人</p><p class=y>末</p>"
    parts = f"--b\nContent-Type: text/html; charset=utf-8\n\n{page}\n--b\nContent-Type: text/css\n{place}\n\n.z{{display:none}}\n--b--\n"
    head = 'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n\n'
    assert read_archive((head + parts).encode(), "a.mht", Limits()).lines == ("新增6人", "末")


def test_what_stands_at_both_ends_of_a_line_is_two_parts() -> None:
    body = "<p class=f><span>编制部门：甲局</span><span class=r>单位：万元</span></p>"
    for sheet in (".r{float:right}", ".f{display:flex;justify-content:space-between}"):
        assert lines(body, sheet) == ("编制部门：甲局", "单位：万元")


def test_white_digits_beside_others_are_said() -> None:
    assert notes("<p>新增<i class=z>5</i>6人</p>", ".z{color:#fff}") == [
        "有 1 处含数字的内容被样式遮住，未读"
    ]


def test_a_label_that_only_keeps_its_room_is_read() -> None:
    sheet = ".s{height:0;overflow:hidden}"
    head = "<th><div class=s>参保</div><th><div class=s>领取</div>"
    assert lines(f"<table><tr>{head}<tr><td>5<td>6</table>", sheet) == ("参保\t领取", "5\t6")


@pytest.mark.parametrize("drawn", ["<img alt=4>", "<input value=4>", "<bdo dir=rtl>4<b>5</b></bdo>"])
def test_digits_that_are_not_read_leave_a_number_of_a_line_unread(drawn: str) -> None:
    assert lines(f"<p>新增{drawn}61.5人，减少{drawn}人，培训7{drawn}人次。</p>") == (
        f"新增{UNREAD}61.5人，减少人，培训7{UNREAD}人次。",
    )


def test_numbers_of_items_that_are_counted_leave_their_text_alone() -> None:
    for content in (
        "counter(n) '.'",
        "counter(n) '、'",
        "'-'",
        "counter(n);display:block",
        "counter(n);position:absolute",
    ):
        assert lines("<ul><li>2031年新增6人</ul>", f"li::before{{content:{content}}}") == ("2031年新增6人",)
    assert cell("东山县", "td::before{content:counter(n)}") == "东山县"
    assert cell("<b>6</b>", "b::before{content:'-'}") == "-6"


def test_small_type_that_is_set_right_in_its_line_is_no_mark() -> None:
    for way in ("display:inline-block;vertical-align:top;font-size:9px", "vertical-align:1px;font-size:12px"):
        assert lines("<p>截至<span class=z>2031</span>年</p>", f".z{{{way}}}") == ("截至2031年",)


def test_a_cell_that_is_faded_as_a_whole_is_not_surely_empty() -> None:
    rows = "<tr><td>参保<td class=z>61.5<td>7</tr><tr class=z><td>领取<td>8<td>9</tr>"
    assert lines(f"<table>{rows}</table>", ".z{opacity:0}") == (
        f"参保\t{UNREAD}61.5\t7",
        f"领取\t{UNREAD}8\t{UNREAD}9",
    )


def test_what_is_folded_for_now_is_read_and_said() -> None:
    sheet = ".c{max-height:0;overflow:hidden} .o .c{max-height:900px} .h{height:0;overflow:hidden} .p{padding-top:50%}"
    body = "<div class=c><p>甲5</p></div><div class=o><div class=c>乙6</div></div><div class=h>丙7</div><div class='h p'>丁8</div>"
    file = made(body, sheet)
    assert file.lines == ("甲5", "乙6", "丁8")
    assert [str(note)[8:13] for note in file.notes] == ["有 1 处", "有 1 处"]


@pytest.mark.parametrize(
    "way",
    [
        "flex:1;width:0;overflow:hidden",
        "flex:1 1 0%;height:0;overflow:hidden",
        "flex-grow:2;width:0;overflow:hidden",
        "display:table;width:0;overflow:hidden",
        "margin-left:-3000px;padding-left:3000px",
    ],
)
def test_what_begins_with_no_room_and_is_given_some_is_seen(way: str) -> None:
    assert lines(
        "<div class=f><b>培训</b><div class=z>共6人</div></div>", f".f{{display:flex}} .z{{{way}}}"
    ) == (
        "培训",
        "共6人",
    )


@pytest.mark.parametrize("way", ["flex:none;width:0", "flex:0 1 auto;height:0", "flex:1;max-width:0"])
def test_what_does_not_grow_has_no_room(way: str) -> None:
    sheet = f".f{{display:flex}} .z{{overflow:hidden;{way}}}"
    assert lines("<div class=f><b>培训</b><div class=z>共6人</div></div>", sheet) == ("培训",)


def test_a_rule_inside_another_speaks_of_what_is_inside() -> None:
    body = "<div class=a><p>培训6人</p><p class=b>旧5人</p><p class='c b-c'>减少7人</p></div><p class='b off'>新增8人</p>"
    seen = ("培训6人", "减少7人", "新增8人")
    for sheet in (
        ".a{color:red;.b{color:red;display:none}}",
        ".a{font-size:9pt;& .b{display:none;} &.off{display:none}}",
        ".b{.a &{display:none} &-c, .c &-a{display:none}}",
        ".a, .y{@media screen{> .b{display:none}} .c{@media print{display:none}}}",
    ):
        assert lines(body, sheet) == seen


ARTICLE = "<p>东站全年办理31件。</p><p>西站全年培训128人次，南站84人次。</p><p>全年支出9.6万元。</p>"


def test_an_article_that_waits_for_a_script_is_read() -> None:
    style = "visibility: hidden; opacity: 0;"
    shown = lines(f"<h1>三站情况</h1><div style='{style}'>{ARTICLE}</div><script>show()</script>")
    assert "东站全年办理31件。" in shown


@pytest.mark.parametrize(
    "body",
    [
        "<p>" + "甲" * 99 + "</p><div style='visibility:hidden;opacity:0'>{}</div><script></script>",
        "<h1>三站情况</h1><div style='visibility:hidden'>{}</div><script></script>",
        "<h1>三站情况</h1><div style='visibility:hidden;opacity:0'>{}</div>",
        "<h1>三站情况</h1><div style='display:none'>{}</div><script></script>",
    ],
)
def test_what_is_hidden_otherwise_waits_for_nothing(body: str) -> None:
    assert "东站全年办理31件。" not in lines(body.format(ARTICLE))


@pytest.mark.parametrize(
    "held",
    [
        f"<script>var data = {json.dumps({'content': ARTICLE}, ensure_ascii=False)}</script>",
        f"<script type='application/json'>{json.dumps({'content': ARTICLE})}</script>",
        f"<textarea style='display:none'>{escape(ARTICLE)}</textarea>",
    ],
)
def test_an_article_in_the_data_of_a_script_is_said(held: str) -> None:
    note = str(phrase("note.scripted", name="a.html", count=1)).removeprefix("a.html: ")
    assert notes(f"<h1>三站情况</h1>{held}") == [note]
    assert notes(f"<h1>三站情况</h1>{ARTICLE}{held}") == []


ROWS = [
    {"item": name, "sum": f"{at},{at}07.{at}1"}
    for at, name in enumerate(["助学", "修缮", "租赁", "会务", "印刷", "邮电"], 2)
]


@pytest.mark.parametrize(
    ("held", "said"),
    [
        (f"<script>var rows = {json.dumps(ROWS)}</script>", True),
        (f"<script>var rows = {json.dumps(ROWS, ensure_ascii=False).replace(',', '')}</script>", True),
        (f"<script>var rows = {json.dumps(ROWS[:4])}</script>", False),
        (
            "<script>var at = ['东站', '西站', '南站', 87.61, 0.25, 1.5, 2.75, 3.5, 12.5, 1024]</script>",
            False,
        ),
        ("<iframe srcdoc='<p>支出2,207.21元</p>'></iframe>", True),
    ],
)
def test_a_table_in_the_data_of_a_script_is_said_also_where_nothing_else_is_there(
    held: str, said: bool
) -> None:
    shown = "".join(f"<p>{row['item']}{row['sum']}元</p>" for row in ROWS)
    assert len(notes(f"<h1>三站情况</h1>{held}")) == said
    assert len(notes(f"{shown}{held}")) == ("iframe" in held)
    with pytest.raises(SourceError) as caught:
        notes(held)
    assert caught.value.message.endswith("未读") == ("iframe" in held)
    assert ("没有可读的文字：" in caught.value.message) == said
