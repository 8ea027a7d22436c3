"""What a file is, its content says; what is not read is refused with the remedy."""

from __future__ import annotations

import io
import zipfile
from base64 import b64encode

import pytest
from openpyxl import Workbook

from hrss_tui.errors import SourceError
from hrss_tui.sources.formats.limits import Limits
from hrss_tui.sources.formats.read import read
from tests.sources.formats.docx.made import docx, p

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


def zipped(name: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        file.writestr(name, "x")
    return out.getvalue()


def workbook() -> bytes:
    book, out = Workbook(), io.BytesIO()
    book.active["A1"], book.active["B1"] = "名称", 3  # type: ignore[index]
    book.save(out)
    return out.getvalue()


ALONE = (
    b"Subject: a\r\nMime-Version: 1.0\r\nContent-Type:\r\n\ttext/html; charset=utf-8\r\n"
    b"Content-Transfer-Encoding: base64\r\n\r\n" + b64encode("<html><p>甲局</p></html>".encode())
)
MESSAGE = (
    b'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n\n--b\nContent-Type: text/html; charset=gb2312\n'
    b"Content-Transfer-Encoding: quoted-printable\n\n<p>=BC=D7=BE=D6</p>\n--b--\n"
)


@pytest.mark.parametrize(
    ("data", "form", "line"),
    [
        ("甲局公报\n".encode(), "text", "甲局公报"),
        ("<!DOCTYPE html><p>甲局</p>".encode(), "html", "甲局"),
        (
            "\ufeff\n<html xmlns:o='urn:schemas-microsoft-com:office:office'><p>甲局</p>".encode(),
            "html",
            "甲局",
        ),
        ("<html><p>甲局</p>".encode("utf-16"), "html", "甲局"),
        ("<html><p>甲局</p>".encode("utf-16-le"), "html", "甲局"),
        ("<?xml version='1.0'?><!-- a --><html><p>甲局</p></html>".encode(), "html", "甲局"),
        (b"<?xml version='1.0'?>\n<?xml-stylesheet href='a.css'?><html><p>a</p></html>", "html", "a"),
        ("<table><tr><td>甲<td>1</table>".encode(), "html", "甲\t1"),
        ("<ul><li>甲局<li>乙局</ul>".encode(), "html", "甲局"),
        (MESSAGE, "html", "甲局"),
        (ALONE, "html", "甲局"),
        (docx(p("甲局")), "docx", "甲局"),
        (workbook(), "xlsx", "名称\t3"),
        ("<甲局>的说明\n".encode(), "text", "<甲局>的说明"),
    ],
)
def test_a_file_is_read_as_what_it_is_whatever_its_name(data: bytes, form: str, line: str) -> None:
    file = read(data, "a.doc", Limits())
    assert (file.format, file.lines[0]) == (form, line)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (OLE + "WordDocument".encode("utf-16-le") + b"\0\0", "DOC"),
        (OLE + "EncryptedPackage".encode("utf-16-le") + b"\0\0", "已加密"),
        (OLE, "OLE2"),
        (OLE + "Workbook".encode("utf-16-le") + b"\0\0", "损坏"),
        (zipped("xl/workbook.bin"), "XLSB"),
        (zipped("OFD.xml"), "OFD"),
        (zipped("a/b.txt"), "ZIP"),
        (b"PK\x03\x04" + b"\0" * 40, "损坏"),
        (b"{\\rtf1 }", "RTF"),
        (MESSAGE.replace(b"multipart/related", b"multipart/mixed"), "EML"),
        (b"Subject: a\r\nMIME-Version: 1.0\r\n\r\n38\r\n", "EML"),
        (b"\x89PNG\r\n", "PNG"),
        (b"Rar!\x1a\x07", "RAR"),
        (b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>', "Excel 2003 XML"),
        (
            b'<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Row>38</Row></Workbook>',
            "Excel 2003 XML",
        ),
        (
            b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument/>',
            "Word 2003 XML",
        ),
        (
            b'<?xml version="1.0"?>\n<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"/>',
            "Word XML",
        ),
        (
            b'\xef\xbb\xbf<?xml version="1.0" encoding="UTF-8"?>\n<office:document '
            b'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"><text:p>38</text:p></office:document>',
            "OpenDocument",
        ),
        ('<?xml version="1.0"?><uof:UOF xmlns:uof="a"/>'.encode("utf-16"), "UOF"),
        (b'<?xml version="1.0"?><svg width="38"><text>38</text></svg>', "XML"),
        (b"  \n", "为空"),
        (b"\x7fELF\0\0\0", "空字节"),
    ],
)
def test_what_is_not_read_is_refused_in_one_line(data: bytes, said: str) -> None:
    with pytest.raises(SourceError) as caught:
        read(data, "a.doc", Limits())
    assert caught.value.message.startswith("a.doc: ")
    assert said in caught.value.message
    assert caught.value.hint
    assert "\n" not in str(caught.value)
