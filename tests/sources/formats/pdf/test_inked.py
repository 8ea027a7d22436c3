"""Characters of a PDF that a file says are none though they are drawn, and such as have the colour of their ground."""

from __future__ import annotations

from pathlib import Path

import pytest
import reportlab

from hrss_tui.sources.formats.form import SourceFile
from tests.sources.formats.pdf.raw import FIRST, read_raw, stream, text

HEAD = text(50, 700, "Head of the page 12")
ALL = "1 beginbfrange <20> <7e> <0020> endbfrange "


def told(words: str, code: str, says: str) -> SourceFile:
    """A line in a font that a file holds, with a code that is said to be another character."""
    font = (Path(reportlab.__file__).parent / "fonts" / "Vera.ttf").read_bytes().decode("latin-1")
    codes = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap 1 begincodespacerange <00> <FF> "
        f"endcodespacerange {ALL} 1 beginbfchar <{code}> <{says}> endbfchar endcmap end end"
    )
    return read_raw(
        HEAD + f"BT /G 12 Tf 50 650 Td ({words}) Tj ET",
        f"<</Type/Font/Subtype/TrueType/BaseFont/AAAAAA+Vera/Encoding/WinAnsiEncoding/FirstChar 32/LastChar 126"
        f"/Widths[{'636 ' * 95}]/FontDescriptor {FIRST + 1} 0 R/ToUnicode {FIRST + 2} 0 R>>",
        "<</Type/FontDescriptor/FontName/AAAAAA+Vera/Flags 32/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 800"
        f"/Descent -200/CapHeight 700/StemV 80/FontFile2 {FIRST + 3} 0 R>>",
        stream(codes),
        stream(font, f"/Length1 {len(font)}"),
        fonts=f"/G {FIRST} 0 R",
    )


@pytest.mark.parametrize("says", ["0020", "3000", "200B", "FEFF", "0000", "000D"])
def test_a_digit_that_is_said_to_be_none_is_lost_and_said(says: str) -> None:
    file = told("471.80", "37", says)
    assert file.lines[1:] == ("4\ufffd1.80",)
    assert len(file.notes) == 1


def test_a_minus_that_is_said_to_be_a_soft_hyphen_is_a_minus() -> None:
    file = told("-471.80", "2D", "00AD")
    assert (file.lines[1:], file.notes) == (("-471.80",), ())


def test_a_minus_or_point_that_is_said_to_be_a_blank_is_lost_and_said() -> None:
    assert told("-471.80", "2D", "0020").lines[1:] == ("\ufffd471.80",)
    assert told("471.80", "2E", "0020").lines[1:] == ("471\ufffd80",)


def test_blanks_are_blanks() -> None:
    file = told("471.80 3 5", "20", "0020")
    assert (file.lines[1:], file.notes) == (("471.80 3 5",), ())


@pytest.mark.parametrize("ground", ["40 640 120 30 re f", "30 w 40 655 m 160 655 l S"])
@pytest.mark.parametrize("ink", ["0 g 0 G", "0.1 0.2 0.6 rg 0.1 0.2 0.6 RG"])
def test_figures_of_the_colour_of_their_ground_are_not_seen(ground: str, ink: str) -> None:
    assert len(read_raw(f"{HEAD} {ink} {ground} " + text(50, 650, "471.80")).lines) == 1


def test_figures_of_another_colour_than_their_ground_are_seen() -> None:
    drawn = "0.8 g 40 640 120 30 re f 0 g " + text(50, 650, "471.80")
    assert read_raw(HEAD + drawn).lines[1:] == ("471.80",)


def test_a_ground_that_something_light_is_painted_over_hides_nothing() -> None:
    drawn = "0 g 40 640 120 30 re f 1 g 42 642 116 26 re f 0 g " + text(50, 650, "471.80")
    assert read_raw(HEAD + drawn).lines[1:] == ("471.80",)
