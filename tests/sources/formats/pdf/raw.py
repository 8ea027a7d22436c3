"""PDFs written by hand, object by object: what no drawing library writes."""

from __future__ import annotations

from collections.abc import Mapping

from hrss_tui.sources.formats.form import SourceFile
from hrss_tui.sources.formats.limits import Limits
from hrss_tui.sources.formats.pdf.reader import read

FIRST = 10
"""Number of the first further object."""


def stream(content: str, entries: str = "") -> str:
    """A stream with the entries of its dictionary."""
    return f"<<{entries}/Length {len(content)}>>\nstream\n{content}\nendstream"


def form(content: str, entries: str = "/BBox[0 0 595 842]") -> str:
    """A form that draws something."""
    return stream(content, f"/Type/XObject/Subtype/Form{entries}/Resources<</Font<</F 5 0 R>>>>")


def text(x: float, y: float, words: str) -> str:
    """Words of Helvetica, 12 points high; y runs upwards."""
    return f"BT /F 12 Tf {x} {y} Td ({words}) Tj ET\n"


def raw(
    content: str, *more: str, page: str = "", resources: str = "", catalog: str = "", fonts: str = ""
) -> bytes:
    """A file of one page; further objects have the numbers from `FIRST` on."""
    objects = {
        1: f"<</Type/Catalog/Pages 2 0 R{catalog}>>",
        2: "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        3: f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R{page}"
        f"/Resources<</Font<</F 5 0 R{fonts}>>{resources}>>>>",
        4: stream(content),
        5: "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    } | dict(enumerate(more, FIRST))
    return written(objects)


def written(objects: Mapping[int, str], before: bytes = b"%PDF-1.7\n", previous: str = "") -> bytes:
    """Objects behind what is there before, with their table."""
    out = before
    table = ""
    for number, body in sorted(objects.items()):
        table += f"{number} 1\n{len(out):010} 00000 n \n"
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    tail = f"trailer\n<</Size 40/Root 1 0 R{previous}>>\nstartxref\n{len(out)}\n%%EOF\n"
    return out + f"xref\n0 1\n0000000000 65535 f \n{table}{tail}".encode("latin-1")


def read_raw(
    content: str, *more: str, page: str = "", resources: str = "", catalog: str = "", fonts: str = ""
) -> SourceFile:
    """What is read of such a file."""
    data = raw(content, *more, page=page, resources=resources, catalog=catalog, fonts=fonts)
    return read(data, "a.pdf", Limits())
