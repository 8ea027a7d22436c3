"""Word files to lines and grids: what can be seen, numbers included, once."""

from __future__ import annotations

import io
import zipfile

import pytest

from hrss_tui.errors import SourceError
from hrss_tui.sources.document import parse
from hrss_tui.sources.formats.docx.reader import read
from hrss_tui.sources.formats.form import SourceFile
from hrss_tui.sources.formats.limits import Limits
from tests.sources.formats.docx.made import docx, listed, p, tbl, tc

CHINESE = (
    '<w:abstractNum w:abstractNumId="1">'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:suff w:val="nothing"/><w:lvlText w:val="%1、"/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/><w:isLgl/></w:lvl>'
    "</w:abstractNum>"
    '<w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="4"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
)


def made(body: str, limits: Limits | None = None, **parts: str) -> SourceFile:
    return read(docx(body, **parts), "a.docx", limits or Limits())


def test_automatic_numbers_are_part_of_the_text() -> None:
    body = p("就业", listed(3)) + p("培训", listed(3, 1)) + p("援助", listed(3, 1)) + p("社保", listed(3))
    body += p("人才", listed(3, 1)) + p("另起", listed(4)) + p("无号")
    file = made(body, numbering=CHINESE)
    assert file.lines == ("一、就业", "1.1 培训", "1.2 援助", "二、社保", "2.1 人才", "一、另起", "无号")
    assert file.wrapped is False


@pytest.mark.parametrize("written", ["%1", "%1.", "%1、", "(%1)"])
@pytest.mark.parametrize("figure", ["300.00", "-1,250", "（40.5）", "12.5%"])
def test_an_automatic_number_before_a_figure_in_a_cell_is_none_of_its_digits(
    written: str, figure: str
) -> None:
    level = f'<w:lvl w:ilvl="0"><w:start w:val="14"/><w:numFmt w:val="decimal"/><w:lvlText w:val="{written}"/></w:lvl>'
    numbering = (
        f'<w:abstractNum w:abstractNumId="1">{level}</w:abstractNum>'
        '<w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num>'
    )
    file = made(tbl(tc("就业") + tc(p(figure, listed(3)))) + p("共计", listed(3)), numbering=numbering)
    first, last = file.lines
    assert first == f"就业\t{figure}"
    assert (last[:1], "15" in last) == (written[:1].replace("%", "1"), True)


def test_a_style_may_number_its_paragraphs() -> None:
    styles = (
        f'<w:style w:styleId="a"><w:name w:val="标题"/><w:pPr>{listed(3)}</w:pPr></w:style>'
        '<w:style w:styleId="b"><w:name w:val="更"/><w:basedOn w:val="a"/></w:style>'
    )
    body = p("甲", '<w:pStyle w:val="b"/>') + p("乙", '<w:pStyle w:val="b"/>' + listed(0))
    assert made(body, numbering=CHINESE, styles=styles).lines == ("一、甲", "乙")


def test_insertions_are_shown_and_what_is_deleted_or_hidden_is_said() -> None:
    run = "<w:r><w:t>{}</w:t></w:r>"
    body = p(run.format("全年") + f'<w:ins>{run.format("新增")}</w:ins><w:del><w:r><w:delText>减少</w:delText></w:r></w:del>'
             '<w:r><w:rPr><w:vanish/></w:rPr><w:t>密</w:t></w:r>' + run.format("9人"))  # fmt: skip
    file = made(body)
    assert file.lines == ("全年新增9人",)
    assert [str(note) for note in file.notes] == [
        "a.docx: 有修订标记删除的内容未读",
        "a.docx: 有隐藏文字未读",
    ]


def test_a_text_box_is_read_once() -> None:
    box = "<w:txbxContent>" + p("附件1") + "</w:txbxContent>"
    both = (
        f"<mc:AlternateContent><mc:Choice><wps:txbx>{box}</wps:txbx></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>"
    )
    assert made(p(f"<w:r>{both}</w:r><w:r><w:t>正文</w:t></w:r>")).lines == ("正文", "附件1")


@pytest.mark.parametrize(
    ("needed", "line"), [("wps", "培训36人次"), ("later", "培训28人次"), ("wps later", "培训28人次")]
)
def test_of_several_ways_to_show_a_text_the_one_that_programs_know_is_read(needed: str, line: str) -> None:
    ways = (
        f'<mc:AlternateContent xmlns:later="urn:later"><mc:Choice Requires="{needed}">{{}}</mc:Choice>'
        "<mc:Fallback>{}</mc:Fallback></mc:AlternateContent>"
    )
    texts = ways.format("<w:t>36</w:t>", "<w:t>28</w:t>")
    inside = p(f"<w:r><w:t>培训</w:t></w:r><w:r>{texts}</w:r><w:r><w:t>人次</w:t></w:r>")
    around = ways.format(p("培训36人次"), p("培训28人次"))
    assert made(inside + around).lines == (line, line)


def test_merged_cells_keep_their_spans() -> None:
    span, start, more = '<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    file = made(
        p("支出总表")
        + tbl(
            tc("科目", span) + tc("预算数", start),
            tc("编码") + tc("名称") + tc("", more),
            tc("20801") + tc("就业" + "</w:t><w:br/><w:t>管理") + tc("31.50"),
        )
    )
    assert file.lines[1:] == ("科目\t\t预算数", "编码\t名称\t", "20801\t就业管理\t31.50")
    (grid,) = file.grids
    assert [(c.text, c.row, c.column, c.rows, c.columns) for c in grid.cells[:2]] == [
        ("科目", 0, 0, 1, 2),
        ("预算数", 0, 2, 2, 1),
    ]
    assert parse(file)[0].tables[0].title == "支出总表"


def test_cells_that_older_programs_merge_side_by_side_are_one() -> None:
    first, on = '<w:hMerge w:val="restart"/>', "<w:hMerge/>"
    both = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    file = made(
        tbl(
            tc("项目", both[0]) + tc("金额", first) + tc("", on) + tc("88", on) + tc("说明"),
            tc("", both[1]) + tc("", on) + tc("上年") + tc("今年") + tc("无"),
            tc("甲") + tc("5") + tc("6") + tc("7") + tc("无"),
        )
    )
    assert file.lines == ("项目\t金额\t\t\t说明", "\t\t上年\t今年\t无", "甲\t5\t6\t7\t无")
    spans = [
        (cell.text, cell.rows, cell.columns) for cell in file.grids[0].cells if cell.rows * cell.columns > 1
    ]
    assert spans == [("项目", 2, 1), ("金额", 1, 3)]


def test_a_table_for_the_look_is_unrolled_and_one_in_a_cell_of_figures_follows() -> None:
    inner = tbl(tc("项目") + tc("金额"), tc("甲") + tc("1"))
    look = made(tbl(tc(p("第一段。") + inner + p("末段。"))))
    assert look.lines == ("第一段。", "项目\t金额", "甲\t1", "末段。")
    outer = tbl(tc("名称") + tc("说明"), tc("乙") + tc("见下"), tc("丙") + tc(p("附") + inner))
    assert made(outer).lines == ("名称\t说明", "乙\t见下", "丙\t附", "项目\t金额", "甲\t1")


def test_rows_that_are_deleted_or_wrapped_in_controls() -> None:
    row = "<w:tr>{}" + tc("乙") + tc("2") + "</w:tr>"
    body = "<w:tbl><w:sdt><w:sdtContent><w:tr>" + tc("甲") + tc("1") + "</w:tr></w:sdtContent></w:sdt>"
    body += row.format("<w:trPr><w:del/></w:trPr>") + row.format("") + "</w:tbl>"
    assert made(body).lines == ("甲\t1", "乙\t2")


def test_footnotes_are_notes_and_their_marks_no_text() -> None:
    body = p('<w:r><w:t>参保250.00</w:t><w:footnoteReference w:id="2"/></w:r><w:r><w:t>万元。</w:t></w:r>')
    notes = f'<w:footnote w:id="2">{p("不含兵团。")}</w:footnote><w:footnote w:id="0">{p("线")}</w:footnote>'
    assert made(body, footnotes=notes).lines == ("参保250.00万元。", "注：不含兵团。")


def test_entries_of_contents_have_no_page_numbers() -> None:
    styles = '<w:style w:styleId="t"><w:name w:val="toc 1"/></w:style>'
    entry = p("<w:r><w:t>一、概况</w:t><w:tab/><w:t>3</w:t></w:r>", '<w:pStyle w:val="t"/>')
    assert made(entry, styles=styles).lines == ("一、概况",)


def test_captions_that_a_tab_sets_apart_are_lines_of_their_own() -> None:
    body = p("<w:r><w:t>编制部门：甲局</w:t><w:tab/><w:t>单位：万元</w:t></w:r>")
    assert made(body).lines == ("编制部门：甲局", "单位：万元")


def test_hostile_files_are_refused_in_one_line() -> None:
    with pytest.raises(SourceError, match="嵌套过深"):
        made("<w:tbl><w:tr><w:tc>" * 200 + "</w:tc></w:tr></w:tbl>" * 200)
    with pytest.raises(SourceError, match="单元格过多"):
        made(tbl(*[tc("甲") + tc("1")] * 30), Limits(cells=40))
    with pytest.raises(SourceError, match="没有可读的文字"):
        made("")
    data = docx(p("正文"))
    for cut in range(20, len(data), 97):
        with pytest.raises(SourceError, match=r"^a\.docx: "):
            read(data[:cut], "a.docx", Limits())


def test_columns_of_the_grid_that_are_too_narrow_for_text_are_none() -> None:
    grid = (
        "<w:tblGrid>" + "".join(f'<w:gridCol w:w="{width}"/>' for width in (2000, 1, 2000)) + "</w:tblGrid>"
    )
    wide = '<w:gridSpan w:val="2"/>'
    rows = (tc("项目") + tc("预算数", wide), tc("合计", wide) + tc("25.39"))
    body = "<w:tbl>" + grid + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>"
    (table,) = read(docx(body), "a.docx", Limits()).grids
    assert [(cell.row, cell.column, cell.columns, cell.text) for cell in table.cells] == [
        (0, 0, 1, "项目"), (0, 1, 1, "预算数"), (1, 0, 1, "合计"), (1, 1, 1, "25.39"),
    ]  # fmt: skip


def test_a_raised_digit_is_the_mark_of_a_note_and_no_digit_of_its_number() -> None:
    def raised(text: str, how: str = '<w:vertAlign w:val="superscript"/>') -> str:
        return f"<w:r><w:t>300</w:t></w:r><w:r><w:rPr>{how}</w:rPr><w:t>{text}</w:t></w:r>"

    styles = '<w:style w:styleId="r"><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
    cells = [raised("1"), raised("[2]"), raised("3", '<w:rStyle w:val="r"/>'), raised("4", "<w:b/>")]
    assert made(tbl("".join(tc(p(cell)) for cell in cells)), styles=styles).lines == (
        "300¹\t300[2]\t300³\t3004",
    )


@pytest.mark.parametrize(
    ("how", "note"),
    [
        ("<w:strike/>", "修订"),
        ("<w:dstrike/>", "修订"),
        ('<w:sz w:val="2"/>', "隐藏"),
        ('<w:color w:val="ffffff"/>', "隐藏"),
    ],
)
def test_digits_that_are_struck_or_cannot_be_seen_are_none_of_a_number(how: str, note: str) -> None:
    gone = f"<w:r><w:rPr>{how}</w:rPr><w:t>9</w:t></w:r>"
    file = made(p(f"{gone}<w:r><w:t>1,300</w:t></w:r>{gone}"))
    assert file.lines == ("1,300",)
    assert [note in str(each) for each in file.notes] == [True]


def test_what_only_looks_like_hidden_is_read() -> None:
    white = '<w:r><w:rPr><w:color w:val="FFFFFF"/>{}</w:rPr><w:t>9</w:t></w:r>'
    dark = white.format('<w:shd w:val="clear" w:fill="FF0000"/>')
    off = '<w:r><w:rPr><w:strike w:val="0"/></w:rPr><w:t>8</w:t></w:r>'
    file = made(p(white.format("")) + p(f"{dark}<w:r><w:t>7</w:t></w:r>") + p(off))
    assert file.lines == ("9", "97", "8")
    assert file.notes == ()


def test_a_cell_that_a_revision_deletes_is_none() -> None:
    assert made(tbl(tc("甲") + tc("9", '<w:cellDel w:id="1"/>') + tc("1"))).lines == ("甲\t1",)


MATH = '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math">{}</m:oMath>'


def test_what_a_formula_shows_is_read_on_one_line() -> None:
    def m(tag: str, *parts: str) -> str:
        return f"<m:{tag}><m:{tag}Pr/>{''.join(f'<m:e><m:r><m:t>{part}</m:t></m:r></m:e>' for part in parts)}</m:{tag}>"

    run = "<w:r><w:t>率{}</w:t></w:r>"
    shown = {
        "<m:r><m:t>7.2</m:t></m:r>": "率7.2",
        m("f", "7", "2"): "率7/2",
        m("f", "甲+乙", "2"): "率(甲+乙)/2",
        m("sSup", "10", "2"): "率10²",
        m("sSub", "a", "1"): "率a₁",
        m("d", "7"): "率(7)",
        m("rad", "2", "9"): "率²√9",
        '<m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr><m:e><m:r><m:t>a</m:t></m:r></m:e></m:nary>': "率∑a",
    }
    for inside, text in shown.items():
        assert made(p(run.format("") + MATH.format(inside))).lines == (text,)
    assert made(p(run.format("2") + MATH.format(m("f", "1", "3")))).lines == ("率2 1/3",)


@pytest.mark.parametrize(
    ("font", "code", "text"),
    [
        ("Symbol", "F0B3", "率≥95%"), ("Symbol", "00A3", "率≤95%"), ("Symbol", "F0B1", "率±95%"),
        ("Symbol", "F02D", "率-95%"), ("Symbol", "F037", "率795%"), ("Wingdings", "F0A3", "率□95%"),
        ("Wingdings", "F081", "率①95%"), ("Wingdings", "F037", "率�95%"), ("Arial", "2265", "率≥95%"),
        ("Arial", "", "率95%"),
    ],
)  # fmt: skip
def test_a_sign_is_that_of_its_font_and_what_only_the_font_knows_stays_beside_a_figure(
    font: str, code: str, text: str
) -> None:
    sign = f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>'
    assert made(p(f"<w:r><w:t>率</w:t></w:r>{sign}<w:r><w:t>95%</w:t></w:r>")).lines == (text,)


def test_an_ornament_before_words_is_none_of_them() -> None:
    sign = '<w:r><w:sym w:font="Wingdings" w:char="F026"/></w:r>'
    assert made(p(f"{sign}<w:r><w:t>一、概况</w:t></w:r>")).lines == ("一、概况",)


def test_files_that_are_enclosed_and_rows_that_are_deleted_are_said() -> None:
    rows = "<w:tbl><w:tr><w:trPr><w:del/></w:trPr>{}</w:tr><w:tr>{}</w:tr></w:tbl>".format(tc("甲"), tc("乙"))
    file = made(rows + '<w:altChunk r:id="a" xmlns:r="r"/>')
    assert file.lines == ("乙",)
    assert [str(note).split(": ")[1] for note in file.notes] == [
        "有修订标记删除的内容未读", "嵌入了 1 个其他文件，其中的文字未读",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("how", "shown"),
    [
        ('<w:vertAlign w:val="subscript"/>', "300²"),
        ('<w:position w:val="10"/>', "300²"),
        ('<w:position w:val="-8"/>', "300²"),
        ('<w:rStyle w:val="m"/>', "300²"),
        ('<w:position w:val="1"/>', "3002"),
    ],
)
def test_digits_that_are_moved_off_the_line_of_their_number_are_marks(how: str, shown: str) -> None:
    run = f"<w:r><w:t>300</w:t></w:r><w:r><w:rPr>{how}</w:rPr><w:t>2</w:t></w:r>"
    styles = '<w:style w:styleId="m"><w:rPr><w:position w:val="6"/></w:rPr></w:style>'
    assert made(tbl(tc("就业") + tc(p(run))), styles=styles).lines == (f"就业\t{shown}",)


def test_a_paragraph_that_is_moved_up_whole_keeps_its_figures() -> None:
    runs = "".join(
        f'<w:r><w:rPr><w:position w:val="4"/></w:rPr><w:t>{text}</w:t></w:r>'
        for text in ("新增就业", "73", "50人")
    )
    assert made(p(runs)).lines == ("新增就业7350人",)


def _field(instruction: str, result: str) -> str:
    marks = {kind: f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")}
    shown = f"<w:r><w:t>{result}</w:t></w:r>" if result else ""
    said = f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
    return marks["begin"] + said + marks["separate"] + shown + marks["end"]


@pytest.mark.parametrize(
    ("instruction", "result", "shown"),
    [
        (" =SUM(ABOVE) ", "", "1\ufffd5.00"),
        (" REF total ", "2", "125.00"),
        (" DOCPROPERTY y", "", "1\ufffd5.00"),
        (" XE 预算 ", "", "15.00"),
    ],
)
def test_a_field_without_its_value_leaves_the_number_beside_it_unread(
    instruction: str, result: str, shown: str
) -> None:
    one, rest = "<w:r><w:t>1</w:t></w:r>", "<w:r><w:t>5.00</w:t></w:r>"
    simple = f'<w:fldSimple w:instr="{instruction}">{f"<w:r><w:t>{result}</w:t></w:r>" if result else ""}</w:fldSimple>'
    cells = [one + _field(instruction, result) + rest, one + simple + rest]
    assert made(tbl("".join(tc(p(cell)) for cell in cells))).lines == (f"{shown}\t{shown}",)


def typed(*cells: str) -> str:
    """A paragraph of texts that tabs part."""
    return "<w:p>" + "<w:r><w:tab/></w:r>".join(f"<w:r><w:t>{cell}</w:t></w:r>" for cell in cells) + "</w:p>"


def test_rows_typed_with_tabs_keep_them() -> None:
    rows = [
        ("编码", "名称", "合计"),
        ("20604", "技术研究", "1,204.50"),
        ("2060401", "机构运行", "31.20"),
        ("", "合计", "1,235.70"),
    ]
    body = (
        p("支出预算表") + typed("编制部门：癸州市科技局", "单位：万元") + "".join(typed(*row) for row in rows)
    )
    file = read(docx(body + p("以上为全部支出。")), "a.docx", Limits())
    assert file.lines == (
        "支出预算表",
        "编制部门：癸州市科技局",
        "单位：万元",
        *("\t".join(row) for row in rows),
        "以上为全部支出。",
    )


def test_contents_and_single_lines_with_tabs_are_prose() -> None:
    entries = [("一、收入总表", "3"), ("二、支出总表", "5"), ("三、名词解释", "12")]
    file = read(docx("".join(typed(*entry) for entry in entries)), "a.docx", Limits())
    assert file.lines == tuple(" ".join(entry) for entry in entries)
    body = p("说明如下。") + typed("支出", "1,204.50") + p("如上。")
    assert read(docx(body), "a.docx", Limits()).lines == ("说明如下。", "支出 1,204.50", "如上。")


def test_sentences_behind_a_number_and_a_tab_are_no_rows_of_the_table_below() -> None:
    entries = ("（一）", "上半年新增就业4.56万人，同比多96人。"), ("（二）", "失业人员再就业1.2万人。")
    rows = ("合计", "1,204.50"), ("公用", "204.50")
    file = read(docx("".join(typed(*each) for each in (*entries, *rows))), "a.docx", Limits())
    assert [line for line in file.lines if "\t" in line] == ["\t".join(row) for row in rows]
    assert all(any(sentence in line for line in file.lines) for _, sentence in entries)


REFERS = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'


def section(*heads: int, kind: str = "default", more: str = "") -> str:
    refer = "".join(f'<w:headerReference {REFERS} w:type="{kind}" r:id="h{head}"/>' for head in heads)
    return f"<w:sectPr>{refer}{more}</w:sectPr>"


def related(made: bytes, heads: int) -> bytes:
    """A file with its headers."""
    out = io.BytesIO(made)
    with zipfile.ZipFile(out, "a") as file:
        space = "http://schemas.openxmlformats.org/package/2006/relationships"
        relation = '<Relationship Id="h{0}" Type="header" Target="header{0}.xml"/>'
        relations = "".join(map(relation.format, range(1, heads + 1)))
        file.writestr(
            "word/_rels/document.xml.rels", f'<Relationships xmlns="{space}">{relations}</Relationships>'
        )
    return out.getvalue()


@pytest.mark.parametrize(
    ("kind", "more", "told"),
    [
        ("first", "", False),
        ("first", '<w:titlePg w:val="0"/>', False),
        ("first", "<w:titlePg/>", True),
        ("even", "", False),
    ],
)
def test_a_header_that_no_page_prints_says_no_unit(kind: str, more: str, told: bool) -> None:
    table = tbl(tc("科目") + tc("预算数"), tc("助学") + tc("36.20"))
    body = p("支出表") + table + section(1, kind=kind, more=more)
    lines = read(related(docx(body, header1=p("单位：万元")), 1), "a.docx", Limits()).lines
    assert ("单位：万元" in lines) is told


def test_the_unit_in_the_header_of_a_section_is_that_of_its_tables_without_one() -> None:
    table = tbl(tc("科目") + tc("预算数"), tc("助学") + tc("36.20"))
    own = tbl(tc("单位：亿元") + tc(""), tc("科目") + tc("预算数"), tc("助学") + tc("36.20"))
    body = (
        p("支出表") + table + p("", section(1)) + p("收入表") + table + p("明细表") + own
        + p("", section()) + p("汇总表") + table + section(2)
    )  # fmt: skip
    made = docx(
        body, header1=p("某局\t第3页\t单位：元（取整）"), header2=p("某局　（单位：万人、%）　单位：某局")
    )
    lines = read(related(made, 2), "a.docx", Limits()).lines
    told = [(lines[at - 2], lines[at - 1]) for at, line in enumerate(lines) if line == "科目\t预算数"]
    assert told == [
        ("支出表", "单位：元（取整）"), ("收入表", "单位：元（取整）"), ("明细表", "单位：亿元"), ("汇总表", "（单位：万人、%）"),
    ]  # fmt: skip
