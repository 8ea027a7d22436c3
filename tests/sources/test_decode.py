"""Bytes to lines: encodings, marks, line numbers, what is refused."""

import pytest

from hrss_tui.errors import SourceError
from hrss_tui.plain import without_commands
from hrss_tui.sources.decode import decode


def test_lines_are_numbered_as_sed_does() -> None:
    assert decode("一\x0b二\x0c三\u2028四\n五".encode(), "a.txt").lines == ("一二三四", "五")


def test_crlf_and_a_mark_leave_no_trace() -> None:
    file = decode(b"\xef\xbb\xbf" + "一\r\n二\r\n".encode(), "a.txt")
    assert (file.lines, file.encoding) == (("一", "二"), "utf-8")
    assert file.notes


def test_gb18030_is_read_with_a_note() -> None:
    file = decode("人力资源和社会保障厅".encode("gb18030"), "a.txt")
    assert (file.lines, file.encoding) == (("人力资源和社会保障厅",), "gb18030")
    assert "GB18030" in file.notes[0]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_with_a_mark_is_read(encoding: str) -> None:
    mark = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}[encoding]
    assert decode(mark + "预算".encode(encoding), "a.txt").lines == ("预算",)
    file = decode("预算\n31.2 万元".encode(encoding), "a.txt")
    assert (file.lines, file.encoding) == (("预算", "31.2 万元"), encoding)
    assert encoding in file.notes[0]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b" \n\n",
        b"\xef\xbb\xbf",
        b"\xff\xfe\n\0",
        b"\x7fELF\0\0\0",
        b"PK\x03\x04" + b"\0" * 9,
        bytes(range(128, 256)),
    ],
)
def test_what_is_no_text_is_refused_by_name(data: bytes) -> None:
    with pytest.raises(SourceError, match=r"a\.txt"):
        decode(data, "a.txt")


def test_invisible_commands_are_dropped_and_tabs_kept() -> None:
    assert without_commands("a\x1b[31m\u202eb\u200bc\td\x07") == "a[31mbc\td"


@pytest.mark.parametrize("lost", [b"\xff", b"\xe5\xb0", b"\x80"])
@pytest.mark.parametrize("behind", ["", "，失业人员再就业 3 万人"])
def test_damaged_utf8_is_not_read_in_another_encoding(lost: bytes, behind: str) -> None:
    """As GB18030 some of these would be read without an error, as other characters."""
    text = "全省城镇新增就业十二万人，比上年增长一成"
    for size in range(10, len(text)):
        data = text[:size].encode() + lost + behind.encode()
        with pytest.raises(SourceError, match=f"{len(text[:size].encode())}.*utf-8"):
            decode(data, "a.txt")


def test_a_sign_for_a_lost_character_is_a_character() -> None:
    assert decode("就业\ufffd万人".encode(), "a.txt").lines == ("就业\ufffd万人",)
