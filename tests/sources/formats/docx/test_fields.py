"""Fields whose value is not in the file: what can be known of them is read, the rest is a sign that is said."""

from __future__ import annotations

import pytest

from hrss_tui.sources.formats.docx.equations import equation
from hrss_tui.sources.formats.docx.reader import read
from hrss_tui.sources.formats.form import SourceFile
from hrss_tui.sources.formats.limits import Limits
from tests.sources.formats.docx.made import docx, p


def run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def mark(kind: str, form: str = "") -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}">{form}</w:fldChar></w:r>'


def field(instruction: str, value: str | None = None, form: str = "") -> str:
    """A complex field, with a value or without; the instruction may hold other fields."""
    said = (
        instruction if instruction.startswith("<") else f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
    )
    shown = "" if value is None else mark("separate") + run(value)
    return mark("begin", f"<w:ffData>{form}</w:ffData>" if form else "") + said + shown + mark("end")


def file_of(*runs: str) -> SourceFile:
    return read(docx(p("".join(runs))), "a.docx", Limits())


@pytest.mark.parametrize(
    ("instruction", "shown"),
    [
        (r" \f(3,4)", "3/4"),
        (r" \r(16)", "√16"),
        (r" \r(3,27)", "³√27"),
        (r" \o\ac(○,7)", "⑦"),
        (r" \o\ac(□,甲)", "甲"),
        (r' \* jc2 \* "Font:宋体" \* hps10 \o\ad(\s\up 9(ren),人)', "人"),
        (r" \o(\s\up 7(人社),\s\do 2(财政))", "人社财政"),
        (r" \x(45)", "45"),
        (r" m\s\up 4(2)", "m²"),
        (r" \o(5,8)", None),
        (r" \a(1,2)", None),
        (r" \b\bc\[ (6)", None),
        (r" \f(3,4", None),
        (r" \f3,4)", None),
        (r" \f(" * 40, None),
        (" x" * 2_000, None),
    ],
)
def test_equations(instruction: str, shown: str | None) -> None:
    assert equation(instruction) == shown


def test_a_fraction_behind_a_number_is_no_part_of_its_digits() -> None:
    assert file_of(run("完成3"), field(r"EQ \f(1,2)"), run("年")).lines == ("完成3 1/2年",)


@pytest.mark.parametrize(
    ("instruction", "shown"),
    [
        (r'SYMBOL 179 \f "Symbol" \s 12', "≥"),
        (r"SYMBOL 163 \f Symbol", "≤"),
        (r"SYMBOL 254 \f Wingdings", "☑"),
        ("MACROBUTTON 无 请填12", "请填12"),
        ("PAGE", ""),
        ("TOC 1-3", ""),
    ],
)
def test_what_an_instruction_shows_is_read(instruction: str, shown: str) -> None:
    file = file_of(run("指标"), field(instruction), run("95%"))
    assert file.lines == (f"指标{shown}95%",)
    assert file.notes == ()


@pytest.mark.parametrize("instruction", [r"EQ \o(5,8)", "QUOTE 6", "IF 1=1 7 8", "SYMBOL 179", "=SUM(ABOVE)"])
def test_what_is_not_known_is_a_sign_and_said(instruction: str) -> None:
    file = file_of(run("支出"), field(instruction), run("万元"))
    assert file.lines == ("支出\ufffd万元",)
    assert len(file.notes) == 1
    simple = file_of(run("支出"), f'<w:fldSimple w:instr="{instruction}"/>', run("万元"))
    assert (simple.lines, simple.notes) == (file.lines, file.notes)


def test_the_value_of_a_field_inside_an_instruction_is_no_text() -> None:
    inner = (
        "<w:r><w:instrText>IF </w:instrText></w:r>"
        + field("REF a", "66")
        + "<w:r><w:instrText> = 1</w:instrText></w:r>"
    )
    assert file_of(run("共"), field(inner, "38"), run("人")).lines == ("共38人",)
    unknown = file_of(run("共"), field(inner), run("人"))
    assert unknown.lines == ("共\ufffd人",)


def test_fields_of_forms_show_what_is_chosen() -> None:
    entries = '<w:listEntry w:val="12"/><w:listEntry w:val="47"/>'
    chosen = f'<w:ddList><w:result w:val="1"/>{entries}</w:ddList>'
    ticked = '<w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox>'
    bare = '<w:checkBox><w:default w:val="1"/><w:checked w:val="0"/></w:checkBox>'
    file = file_of(
        field("FORMDROPDOWN", form=chosen),
        run("人 "),
        field("FORMCHECKBOX", form=ticked),
        run("是 "),
        field("FORMCHECKBOX", form=bare),
        run("否"),
    )
    assert file.lines == ("47人 ☑是 □否",)
    first = file_of(field("FORMDROPDOWN", form=f"<w:ddList>{entries}</w:ddList>"), run("人"))
    assert first.lines == ("12人",)


def _mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def _says(text: str) -> str:
    return f"<w:r><w:instrText>{text}</w:instrText></w:r>"


def _text(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def test_the_instruction_of_a_field_over_paragraphs_is_no_text() -> None:
    inner = _mark("begin") + _says("MERGEFIELD a") + _mark("separate") + _text("6") + _mark("end")
    body = (
        p(_text("头") + _mark("begin") + _says("IF ") + inner + _says(' = 6 "'))
        + p(_text("补助71户"))
        + p(_says('" "') + _text("补助72户") + _says('"') + _mark("separate") + _text("补助"))
        + p(_text("73户") + _mark("end") + _text("。"))
    )
    file = read(docx(body), "a.docx", Limits())
    assert file.lines == ("头", "补助", "73户。")
    assert file.notes == ()


def test_a_field_that_never_ends_takes_no_paragraph_with_it() -> None:
    body = p(_mark("begin") + _says("IF ")) + p(_text("补助74户"))
    assert read(docx(body), "a.docx", Limits()).lines == ("补助74户",)


def test_a_value_in_paragraphs_before_the_end_of_its_field_is_one() -> None:
    body = p(_mark("begin") + _says("LINK Excel") + _mark("separate") + _text("补助75户")) + p(_mark("end"))
    file = read(docx(body), "a.docx", Limits())
    assert (file.lines, file.notes) == (("补助75户",), ())
