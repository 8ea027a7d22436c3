"""Only what can be seen is read: crop box, clip paths, rotation, colours, what is painted over, hidden text."""

from __future__ import annotations

import io
import math

import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader

from hrss_tui.sources.formats.form import SourceFile
from hrss_tui.sources.formats.limits import Limits
from hrss_tui.sources.formats.pdf.frame import Matrix, frame_of, quarter
from hrss_tui.sources.formats.pdf.reader import read
from tests.sources.formats.pdf.made import FONT, HEIGHT, Sheet, pdf, read_pdf, texts


def clip(sheet: Sheet, top: float, bottom: float) -> None:
    path = sheet.canvas.beginPath()
    path.rect(0, sheet.height - bottom, 595, bottom - top)
    sheet.canvas.clipPath(path, stroke=0, fill=0)


def test_a_cell_that_stands_whole_on_two_pages_and_is_clipped_on_both_is_read_once() -> None:
    lines = ["一、预算编制说明如下", "二、其他情况说明如下", "三、绩效目标情况如下", "四、名词解释情况如下"]

    def page(first: bool) -> Sheet:
        def draw(sheet: Sheet) -> None:
            sheet.canvas.saveState()
            clip(sheet, 90, 130) if first else clip(sheet, 60, 100)
            for index, line in enumerate(lines):
                sheet.text(60, (105 if first else 35) + 20 * index, line)
            sheet.canvas.restoreState()

        return draw  # type: ignore[return-value]

    assert read_pdf(page(True), page(False)).lines == tuple(lines)  # type: ignore[arg-type]


def test_rulings_are_clipped_like_text() -> None:
    def draw(sheet: Sheet) -> None:
        sheet.canvas.saveState()
        clip(sheet, 90, 141)
        sheet.rows([60, 160, 260], 100, [["甲", "1"], ["乙", "2"], ["丙", "3"]])
        sheet.canvas.restoreState()

    assert texts(read_pdf(draw).grids[0]) == [["甲", "1"], ["乙", "2"]]


def test_clips_and_places_inside_of_form_objects_are_those_of_the_page() -> None:
    def draw(sheet: Sheet) -> None:
        canvas = sheet.canvas
        canvas.beginForm("f", 0, 0, 300, 100)
        canvas.setFont(FONT, 10)
        canvas.drawString(10, 50, "里面")
        canvas.drawString(310, 50, "外面")
        canvas.grid([5, 105, 205], [40, 60])
        canvas.endForm()
        canvas.translate(100, 400)
        canvas.doForm("f")

    file = read_pdf(draw)
    assert file.lines == ("里面\t",)
    box = file.grids[0].cells[0].box
    assert box is not None
    assert (round(box.left), round(box.bottom)) == (105, round(HEIGHT - 440))


def test_what_lies_outside_the_crop_box_is_not_read() -> None:
    def draw(sheet: Sheet) -> None:
        sheet.canvas.setCropBox((100, 100, 500, 700))
        sheet.text(50, 300, "左边")
        sheet.text(200, 300, "中间")

    file = read_pdf(draw)
    assert file.lines == ("中间",)
    assert round(file.boxes[0][1].left) == 100


@pytest.mark.parametrize("rotation", [90, 180, 270])
def test_rotation_is_honoured(rotation: int) -> None:
    """The text is drawn so that it stands upright once the page is rotated."""

    def draw(sheet: Sheet) -> None:
        canvas = sheet.canvas
        if rotation == 90:
            canvas.transform(0, 1, -1, 0, 595, 0)
        elif rotation == 180:
            canvas.transform(-1, 0, 0, -1, 595, HEIGHT)
        else:
            canvas.transform(0, -1, 1, 0, 0, HEIGHT)
        sheet.height = HEIGHT if rotation == 180 else 595
        sheet.text(60, 80, "收入决算表")
        sheet.rows([60, 160, 260], 100, [["项目", "金额"], ["水费", "3.10"]])

    # reportlab is told the size as seen.
    size = (595.0, HEIGHT) if rotation == 180 else (HEIGHT, 595.0)
    file = read(pdf(draw, size=size, rotation=rotation), "a.pdf", Limits())
    assert file.lines == ("收入决算表", "项目\t金额", "水费\t3.10")
    box = file.grids[0].cells[0].box
    assert box is not None
    assert (round(box.left), round(box.top)) == (60, 100)


def test_a_page_whose_text_stands_sideways_is_read_as_one_who_turns_it() -> None:
    def draw(sheet: Sheet) -> None:
        sheet.canvas.transform(0, 1, -1, 0, 595, 0)
        sheet.height = 595
        sheet.text(60, 80, "收入决算表")
        sheet.rows([60, 160, 260], 100, [["项目", "金额"], ["水费", "3.10"]])

    file = read_pdf(draw)
    assert file.lines == ("收入决算表", "项目\t金额", "水费\t3.10")
    box = file.grids[0].cells[0].box
    assert box is not None
    assert (round(box.left), round(box.top), round(box.right)) == (100, round(HEIGHT - 160), 120)


def test_sideways_text_in_a_cell_is_one_text() -> None:
    def draw(sheet: Sheet) -> None:
        sheet.ruled([60, 90, 260], [100, 200])
        sheet.text(100, 150, "公开的部门预算说明文字")
        sheet.canvas.rotate(90)
        sheet.canvas.drawString(HEIGHT - 190, -80, "绩效指标")

    assert texts(read_pdf(draw).grids[0]) == [["绩效指标", "公开的部门预算说明文字"]]


def test_slanted_text_is_a_watermark_and_said_so() -> None:
    def draw(sheet: Sheet) -> None:
        sheet.text(60, 100, "正文")
        sheet.canvas.rotate(40)
        sheet.canvas.drawString(500, 300, "征求意见稿")

    file = read_pdf(draw)
    assert file.lines == ("正文",)
    assert ["征求意见稿" in note for note in file.notes] == [True]


def lines(file: SourceFile) -> tuple[str, ...]:
    return tuple(line for line in file.lines if line)


def test_invisible_and_white_text_is_not_read() -> None:
    def draw(sheet: Sheet) -> None:
        sheet.text(60, 100, "看得见")
        hidden = sheet.canvas.beginText(60, 600)
        hidden.setTextRenderMode(3)
        hidden.textLine("看不见")
        sheet.canvas.drawText(hidden)
        sheet.canvas.setFillGray(1)
        sheet.text(60, 300, "白字")

    assert lines(read_pdf(draw)) == ("看得见",)


def test_white_text_on_dark_ground_is_read() -> None:
    def draw(sheet: Sheet) -> None:
        sheet.text(60, 50, "标题")
        sheet.fill(50, 80, 300, 120, 0.2)
        sheet.canvas.setFillGray(1)
        sheet.text(60, 105, "项目")

    assert lines(read_pdf(draw)) == ("标题", "项目")


def test_text_that_is_painted_over_is_not_read() -> None:
    def draw(sheet: Sheet) -> None:
        sheet.text(60, 100, "上面")
        sheet.text(60, 130, "盖住")
        sheet.fill(50, 118, 300, 140, 1)
        sheet.fill(50, 88, 300, 108, 1)
        sheet.text(60, 100, "上面")

    assert lines(read_pdf(draw)) == ("上面",)


def test_text_below_a_watermark_that_lets_it_through_is_read() -> None:
    picture = io.BytesIO()
    Image.new("RGBA", (60, 60), (200, 0, 0, 60)).save(picture, "png")

    def draw(sheet: Sheet) -> None:
        sheet.text(60, 100, "水印下面的正文文字")
        sheet.canvas.drawImage(ImageReader(picture), 0, 0, 595, HEIGHT, mask="auto")

    assert lines(read_pdf(draw)) == ("水印下面的正文文字",)


def test_what_is_typed_into_the_fields_of_a_form_is_read() -> None:
    def draw(sheet: Sheet) -> None:
        sheet.text(60, 100, "项目资金")
        sheet.canvas.acroForm.textfield(value="2024.50", x=160, y=HEIGHT - 105, width=100, height=20)

    assert "2024.50" in "".join(read_pdf(draw).lines)


def test_radicals_of_fonts_are_characters() -> None:
    from hrss_tui.sources.formats.pdf.radicals import unified

    assert unified("⼈⼒资源⺠政⻓⽀出") == "人力资源民政长支出"
    assert len(unified("⽉⻚⽅")) == 3


def test_a_page_that_is_a_picture_is_said_to_be_one() -> None:
    picture = io.BytesIO()
    Image.new("L", (60, 80), 128).save(picture, "png")

    def scan(sheet: Sheet) -> None:
        sheet.canvas.drawImage(ImageReader(picture), 0, 0, 595, HEIGHT)

    file = read_pdf(lambda sheet: sheet.text(60, 100, "第一页"), scan, scan)
    assert file.lines == ("第一页",)
    assert [(page.first, page.last) for page in file.pages] == [(1, 1), (0, 0), (0, 0)]
    assert ["第 2–3 页是扫描图像" in note for note in file.notes] == [True]


def test_text_below_a_picture_and_white_text_across_a_ruling_are_not_read() -> None:
    picture = io.BytesIO()
    Image.new("L", (60, 60), 200).save(picture, "png")

    def draw(sheet: Sheet) -> None:
        sheet.text(60, 60, "看得见的文字")
        sheet.text(60, 100, "图片盖住")
        sheet.canvas.drawImage(ImageReader(picture), 50, HEIGHT - 110, 100, 30)
        sheet.line(50, 196, 300, 196)
        sheet.text(60, 200, "黑字")
        sheet.canvas.setFillGray(1)
        sheet.text(62, 200, "9,876.54")
        sheet.text(200, 200, "白字")

    assert lines(read_pdf(draw)) == ("看得见的文字", "黑字")


def layered(state: str) -> bytes:
    """A file with text, the same in a layer, and in a form of that layer, which is ON or OFF."""
    content = b"BT /F 12 Tf 60 700 Td (plain text) Tj ET /OC /L BDC BT /F 12 Tf 60 600 Td (in layer) Tj ET EMC /X Do"
    form = b"BT /F 12 Tf 60 500 Td (in form) Tj ET"
    fonts = b"/Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>"
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R /OCProperties << /OCGs [5 0 R] /D << /%s [5 0 R] >> >> >>"
        % state.encode(),
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << %s"
        b" /Properties << /L 5 0 R >> /XObject << /X 6 0 R >> >> >>" % fonts,
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        b"<< /Type /OCG /Name (layer) >>",
        b"<< /Type /XObject /Subtype /Form /BBox [0 0 595 842] /OC 5 0 R /Resources << %s >> /Length %d >>\n"
        b"stream\n%s\nendstream" % (fonts, len(form), form),
    ]
    data = b"%PDF-1.5\n"
    places = []
    for number, part in enumerate(parts, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(parts) + 1)
    end = b"trailer << /Root 1 0 R /Size %d >>\nstartxref\n%d\n%%%%EOF" % (len(parts) + 1, len(data))
    return data + head + table + end


def test_text_of_layers_is_read_where_they_are_switched_on() -> None:
    assert lines(read(layered("ON"), "a.pdf", Limits())) == ("plain text", "in layer", "in form")
    assert lines(read(layered("OFF"), "a.pdf", Limits())) == ("plain text",)


def test_large_faint_text_is_a_watermark() -> None:
    def draw(sheet: Sheet) -> None:
        sheet.text(60, 100, "正文")
        sheet.canvas.setFillGray(0.8)
        sheet.text(60, 105, "内部资料", 40)

    file = read_pdf(draw)
    assert lines(file) == ("正文",)
    assert ["内部资料" in note for note in file.notes] == [True]


def test_what_is_typed_in_the_place_of_covered_text_is_read_alone() -> None:
    def draw(sheet: Sheet) -> None:
        sheet.text(40, 40, "培训72万人")
        sheet.fill(59, 28, 72, 44, 1)
        sheet.text(60, 40, "86")
        sheet.text(40, 80, "新增3万人")
        sheet.fill(38, 68, 120, 84, 1)
        sheet.text(40, 80, "新增3万人")

    assert read_pdf(draw).lines == ("培训86万人", "新增3万人")


def test_digits_that_are_printed_over_each_other_are_none() -> None:
    def draw(sheet: Sheet) -> None:
        sheet.text(40, 40, "培训72万人")
        sheet.text(60, 40, "86")
        sheet.text(40, 80, "新增93万人")
        sheet.text(60.2, 80, "93")

    assert read_pdf(draw).lines == ("培训\ufffd\ufffd万人", "新增93万人")


@pytest.mark.parametrize("number", [math.nan, math.inf])
def test_text_is_slanted_where_no_number_says_how(number: float) -> None:
    page = frame_of(0, 0, 595, 842, 0).matrix
    assert quarter(Matrix(number, number, number, number, number, number).then(page)) is None
    assert quarter(Matrix().then(page)) is not None
