"""Text of Word files that has the colour of its ground, or is hidden by what it takes over from styles."""

from __future__ import annotations

import pytest

from hrss_tui.sources.formats.docx.reader import read
from hrss_tui.sources.formats.form import SourceFile
from hrss_tui.sources.formats.limits import Limits
from tests.sources.formats.docx.made import docx, p, tbl, tc

WORDML = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
WHITE = '<w:color w:val="FFFFFF"/>'


def run(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def file_of(body: str, **parts: str) -> SourceFile:
    return read(docx(body, **parts), "a.docx", Limits())


@pytest.mark.parametrize(
    "unseen",
    [
        WHITE + '<w:shd w:val="clear" w:color="auto" w:fill="FFFFFF"/>',
        WHITE + '<w:shd w:val="clear" w:color="auto" w:fill="auto"/>',
        WHITE + '<w:highlight w:val="none"/>',
        '<w:color w:val="FDFDFD"/>',
        '<w:color w:themeColor="background1"/>',
        '<w:color w:val="000000"/><w:highlight w:val="black"/>',
        '<w:color w:val="1F4E79"/><w:shd w:val="clear" w:fill="1F4E79"/>',
        f"<w14:textFill {WORDML}><w14:noFill/></w14:textFill>",
    ],
)
def test_digits_in_the_colour_of_their_ground_are_not_seen(unseen: str) -> None:
    file = file_of(p(run("补助6") + run("7", unseen) + run("2户")))
    assert file.lines == ("补助62户",)
    assert len(file.notes) == 1


@pytest.mark.parametrize(
    "seen",
    [
        WHITE + '<w:shd w:val="clear" w:fill="1F4E79"/>',
        WHITE + '<w:highlight w:val="darkBlue"/>',
        WHITE + '<w:shd w:val="pct50" w:fill="FFFFFF"/>',
        '<w:color w:val="FFFFFF" w:themeColor="background1" w:themeShade="80"/><w:highlight w:val="black"/>',
        '<w:color w:val="C00000"/>',
    ],
)
def test_digits_that_stand_out_from_their_ground_are_seen(seen: str) -> None:
    file = file_of(p(run("补助6") + run("7", seen) + run("2户")))
    assert file.lines == ("补助672户",)
    assert file.notes == ()


def test_a_style_of_characters_that_says_nothing_does_not_show_a_hidden_paragraph() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="H"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="B"><w:rPr><w:b/></w:rPr></w:style>'
    )
    file = file_of(
        p(run("补助672户", '<w:rStyle w:val="B"/>'), '<w:pStyle w:val="H"/>') + p("末"), styles=styles
    )
    assert file.lines == ("末",)
    assert len(file.notes) == 1


@pytest.mark.parametrize("says", ["<w:vanish/>", "<w:strike/>"])
@pytest.mark.parametrize(
    "holder",
    [
        '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:rPr>{}</w:rPr></w:style>',
        "<w:docDefaults><w:rPrDefault><w:rPr>{}</w:rPr></w:rPrDefault></w:docDefaults>",
    ],
)
def test_what_all_paragraphs_have_in_common_hides_those_that_do_not_say_otherwise(
    says: str, holder: str
) -> None:
    styles = holder.format(says) + '<w:style w:type="character" w:styleId="B"><w:rPr><w:b/></w:rPr></w:style>'
    otherwise = says.replace("/>", ' w:val="0"/>')
    file = file_of(p(run("旧672户", '<w:rStyle w:val="B"/>')) + p(run("新81户", otherwise)), styles=styles)
    assert file.lines == ("新81户",)
    assert len(file.notes) == 1


def test_a_paragraph_whose_end_is_hidden_goes_on_in_the_next() -> None:
    assert file_of(p("补助4", "<w:rPr><w:vanish/></w:rPr>") + p(",612户")).lines == ("补助4,612户",)
    assert file_of(p("补助4", '<w:rPr><w:vanish w:val="0"/></w:rPr>') + p("612户")).lines == (
        "补助4",
        "612户",
    )


def test_text_in_a_drawing_or_a_file_of_its_own_is_said_to_be_unread() -> None:
    drawn = "<w:p><w:r><w:drawing><a:txBody><a:p><a:r><a:t>收入31万元</a:t></a:r></a:p></a:txBody></w:drawing></w:r></w:p>"
    for unread in (drawn, '<w:p><w:subDoc w:id="1"/></w:p>'):
        file = file_of(p("正文") + unread)
        assert file.lines == ("正文",)
        assert len(file.notes) == 1


def shaded(fill: str) -> str:
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>'


GRID = '<w:style w:type="table" w:styleId="G"><w:tblPr/></w:style>'
BANDS = (
    '<w:style w:type="table" w:styleId="G"><w:tblStylePr w:type="firstRow"><w:tcPr>'
    f"{shaded('1F4E79')}</w:tcPr></w:tblStylePr></w:style>"
)


@pytest.mark.parametrize(
    ("color", "properties"),
    [("FFFFFF", ""), ("FDFDFD", shaded("auto")), ("FFFFFF", shaded("FFFFFF")), ("1F4E79", shaded("1F4E79"))],
)
def test_a_figure_of_the_colour_of_its_cell_is_no_sure_one(color: str, properties: str) -> None:
    figure = tc(p(run("61.5", f'<w:color w:val="{color}"/>')), properties)
    file = file_of(tbl(tc("甲") + figure, tc("乙") + tc("7")), styles=GRID)
    assert file.lines == ("甲\t\ufffd61.5", "乙\t7")
    assert len(file.notes) == 1


@pytest.mark.parametrize(
    ("text", "properties", "styles"),
    [
        ("61.5", shaded("1F4E79"), GRID),
        ("61.5", '<w:shd w:val="pct50" w:fill="FFFFFF"/>', GRID),
        ("61.5", "", BANDS),
        ("2031", "", GRID),
        ("金额", "", GRID),
    ],
)
def test_a_cell_that_may_be_dark_is_read(text: str, properties: str, styles: str) -> None:
    table = tbl(tc("甲") + tc(p(run(text, WHITE)), properties), tc("乙") + tc("7"))
    styled = table.replace("<w:tbl>", '<w:tbl><w:tblPr><w:tblStyle w:val="G"/></w:tblPr>')
    file = file_of(styled, styles=styles)
    assert file.lines == (f"甲\t{text}", "乙\t7")
    assert file.notes == ()


def test_white_digits_beside_others_are_seen_on_a_dark_cell() -> None:
    figure = p(run("6", WHITE) + run("42", '<w:color w:val="FFFF00"/>'))
    assert file_of(tbl(tc("甲") + tc(figure, shaded("1F4E79")), tc("乙") + tc("7"))).lines == (
        "甲\t642",
        "乙\t7",
    )
    dark = p(run("补助6", WHITE) + run("42户", '<w:color w:val="FFFF00"/>'), shaded("1F4E79"))
    assert file_of(dark).lines == ("补助642户",)


@pytest.mark.parametrize("base", ["", '<w:basedOn w:val="D"/>'])
def test_a_style_of_paragraphs_lays_a_dark_ground_below_white_digits(base: str) -> None:
    dark = f'<w:style w:type="paragraph" w:styleId="D"><w:pPr>{shaded("203864")}</w:pPr><w:rPr>{WHITE}</w:rPr></w:style>'
    styles = dark + f'<w:style w:type="paragraph" w:styleId="E">{base}</w:style>'
    named = f'<w:pStyle w:val="{"E" if base else "D"}"/>'
    table = tbl(tc("甲") + tc(p(run("83.4"), named)), tc("乙") + tc("7"))
    file = file_of(table + p(run("补助9") + run("15户", '<w:color w:val="FFFF00"/>'), named), styles=styles)
    assert file.lines == ("甲\t83.4", "乙\t7", "补助915户")
    assert file.notes == ()


def test_a_paragraph_lays_another_ground_than_its_style() -> None:
    styles = f'<w:style w:type="paragraph" w:styleId="D"><w:pPr>{shaded("203864")}</w:pPr></w:style>'
    inked = '<w:color w:val="203864"/>'
    named, bright = '<w:pStyle w:val="D"/>', '<w:pStyle w:val="D"/>' + shaded("FFFFFF")
    cells = tc(p(run("83.4", inked), named)) + tc(p(run("83.4", inked), bright))
    file = file_of(tbl(tc("甲") + cells, tc("乙") + tc("7") + tc("8")), styles=styles)
    assert file.lines == ("甲\t\ufffd83.4\t83.4", "乙\t7\t8")
