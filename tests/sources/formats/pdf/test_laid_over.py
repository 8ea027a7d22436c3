"""What lies over the text of a PDF, lets it through, or is said to stand in its place."""

from __future__ import annotations

import pytest

from hrss_tui.sources.formats.form import Box
from hrss_tui.sources.formats.limits import Limits
from hrss_tui.sources.formats.pdf.objects import Objects, TextObject
from hrss_tui.sources.formats.pdf.reader import read
from hrss_tui.sources.formats.pdf.visible import doubtful
from tests.sources.formats.pdf.raw import FIRST, form, raw, read_raw, stream, text, written

HEAD = text(50, 700, "Head of the page 12")
SUM = HEAD + text(50, 650, "sum") + text(93, 650, "416.70")
ON = f"/Annots[{FIRST} 0 R]"
LOOK = f"/AP<</N {FIRST + 1} 0 R>>"
PLACE = "/Rect[92 646 132 662]/F 4"
QUADS = "/QuadPoints[93 660 130 660 93 648 130 648]"


def annotation(kind: str, more: str = "") -> str:
    return f"<</Type/Annot/Subtype/{kind}{PLACE}{more}>>"


@pytest.mark.parametrize("kind", ["Square", "Redact", "Polygon", "Watermark"])
def test_what_a_shape_laid_on_the_page_covers_is_not_read(kind: str) -> None:
    bar = form("0 g 0 0 40 16 re f", "/BBox[0 0 40 16]")
    assert read_raw(SUM, annotation(kind, LOOK), bar, page=ON).lines[1:] == ("sum",)


def test_a_shape_without_a_look_of_its_own_covers_as_every_viewer_draws_it() -> None:
    assert read_raw(SUM, annotation("Square", "/IC[1 1 1]/C[1 1 1]"), page=ON).lines[1:] == ("sum",)


@pytest.mark.parametrize("kind", ["Highlight", "Underline", "Squiggly"])
def test_what_is_marked_is_read(kind: str) -> None:
    file = read_raw(SUM, annotation(kind, QUADS + "/C[1 1 0]"), page=ON)
    assert file.lines[1:] == ("sum 416.70",)
    assert file.notes == ()


@pytest.mark.parametrize("look", ["", LOOK])
def test_a_figure_that_a_note_strikes_out_is_not_read(look: str) -> None:
    line = form("1 0 0 RG 1 7 m 39 7 l S", "/BBox[0 0 40 16]")
    file = read_raw(SUM, annotation("StrikeOut", QUADS + "/C[1 0 0]" + look), line, page=ON)
    assert file.lines[1:] == ("sum \ufffd",)
    assert len(file.notes) == 1


@pytest.mark.parametrize("kind", ["Watermark", "Square", "Line"])
def test_figures_of_all_kinds_of_notes_that_are_printed_are_read(kind: str) -> None:
    file = read_raw(HEAD, annotation(kind, LOOK), form(text(2, 4, "38.50"), "/BBox[0 0 40 16]"), page=ON)
    assert file.lines[1:] == ("38.50",)


@pytest.mark.parametrize("kind", ["Text", "Popup", "Link"])
def test_what_is_no_text_on_paper_is_not_read(kind: str) -> None:
    file = read_raw(HEAD, annotation(kind, LOOK), form(text(2, 4, "38.50"), "/BBox[0 0 40 16]"), page=ON)
    assert len(file.lines) == 1


@pytest.mark.parametrize("needs", [True, False])
def test_a_field_whose_value_is_not_drawn_is_drawn_or_said(needs: bool) -> None:
    field = "/FT/Tx/T(a)/V(38.50)/DA(/F 12 Tf 0 g)"
    catalog = (
        f"/AcroForm<</Fields[{FIRST} 0 R]/DR<</Font<</F 5 0 R>>>>/NeedAppearances {str(needs).lower()}>>"
    )
    file = read_raw(HEAD, annotation("Widget", field), page=ON, catalog=catalog)
    assert file.lines[1:] == (("38.50",) if needs else ())
    assert len(file.notes) == (not needs)


@pytest.mark.parametrize(
    ("cover", "more", "resources"),
    [
        ("1 G 18 w 90 654 m 140 654 l S", "", ""),
        ("q 90 645 50 18 re W n /S sh Q", "", "/Shading<</S 10 0 R>>"),
    ],
)
def test_wide_lines_and_shadings_cover_as_fillings_do(cover: str, more: str, resources: str) -> None:
    shading = (
        "<</ShadingType 2/ColorSpace/DeviceGray/Coords[0 0 1 0]/Extend[true true]"
        "/Function<</FunctionType 2/Domain[0 1]/C0[1]/C1[1]/N 1>>>>"
    )
    assert read_raw(SUM + cover + more, shading, resources=resources).lines[1:] == ("sum",)


def test_a_wide_line_beside_a_figure_leaves_it() -> None:
    assert read_raw(SUM + "0.9 G 18 w 300 654 m 400 654 l S").lines[1:] == ("sum 416.70",)


@pytest.mark.parametrize(
    ("state", "more"),
    [
        ("/ca 0.03", ""),
        (
            f"/SMask<</S/Luminosity/G {FIRST} 0 R>>",
            "/BBox[0 0 595 842]/Group<</S/Transparency/CS/DeviceGray>>",
        ),
    ],
)
def test_text_that_lets_all_through_is_not_read(state: str, more: str) -> None:
    mask = stream("0 g 0 0 595 842 re f", "/Type/XObject/Subtype/Form" + more)
    drawn = HEAD + "/GS gs " + text(50, 650, "416.70")
    assert len(read_raw(drawn, mask, resources=f"/ExtGState<</GS<<{state}>>>>").lines) == 1


def test_text_that_lets_a_little_through_is_read() -> None:
    drawn = HEAD + "/GS gs " + text(50, 650, "416.70")
    assert read_raw(drawn, resources="/ExtGState<</GS<</ca 0.8>>>>").lines[1:] == ("416.70",)


def test_hollow_digits_are_read() -> None:
    assert read_raw(HEAD + "1 g 0 G 2 Tr " + text(50, 650, "416.70")).lines[1:] == ("416.70",)
    assert read_raw(HEAD + "1 g 1 G 2 Tr " + text(50, 650, "416.70")).lines[1:] == ()


@pytest.mark.parametrize("said", ["999.00", "", " "])
def test_figures_are_read_as_drawn_whatever_is_said_to_stand_for_them(said: str) -> None:
    span = f"/Span<</ActualText({said})>>BDC {text(50, 650, '416.70')} EMC"
    assert read_raw(HEAD + span).lines[1:] == ("416.70",)


def test_what_is_said_to_stand_for_a_text_without_figures_does() -> None:
    span = f"/Span<</ActualText(ffi)>>BDC {text(50, 650, 'x')} EMC"
    assert read_raw(HEAD + span).lines[1:] == ("ffi",)


def test_an_update_that_is_cut_off_is_said() -> None:
    whole = raw(SUM)
    table = whole.rindex(b"xref\n0 1")
    update = {4: stream(HEAD + text(50, 650, "sum 777.00"))}
    later = written(update, whole, f"/Prev {table}")
    read_whole = read(later, "a.pdf", Limits())
    assert (read_whole.lines[1:], read_whole.notes) == (("sum 777.00",), ())
    assert len(read(later[:-30], "a.pdf", Limits()).notes) == 1


def test_a_file_that_is_pinned_to_a_page_is_said() -> None:
    held = stream("36.20", "/Type/EmbeddedFile")
    spec = f"<</Type/Filespec/F(b.csv)/EF<</F {FIRST + 2} 0 R>>>>"
    pinned = annotation("FileAttachment", f"/FS {FIRST + 1} 0 R")
    file = read_raw(SUM, pinned, spec, held, page=ON)
    assert file.lines[1:] == ("sum 416.70",)
    assert file.notes == ("a.pdf: 第 1 页附有文件（图钉、回形针），未读",)


@pytest.mark.parametrize(
    ("more", "notes"),
    [
        (f"/XFA {FIRST} 0 R", ("a.pdf: PDF 是 XFA 表单，只读了画在页面上的内容，填写的内容可能未读",)),
        ("", ()),
    ],
)
def test_a_form_whose_data_may_not_be_drawn_is_said(more: str, notes: tuple[str, ...]) -> None:
    file = read_raw(SUM, stream("<xdp/>"), catalog=f"/AcroForm<</Fields[]{more}>>")
    assert file.lines[1:] == ("sum 416.70",)
    assert file.notes == notes


def test_text_beyond_the_objects_that_are_looked_at_is_no_doubtful_one_however_much_may_cover_it() -> None:
    page = Box(0, 0, 100, 100)
    covers = tuple((order, page) for order in range(2, 20_100))
    known = {1: TextObject(page, 1, True, False)}
    objects = Objects((), (), (), known, (), covers, (), True)
    assert doubtful(objects, [1, 2, 1], [(50, 50)] * 3) == [0, 2]
