"""A page in a browser, where there is one: two widths, light and dark, sorted by clicks, nothing refused by its policy."""

from __future__ import annotations

import re
import shutil
import struct
import subprocess
import zlib
from functools import cache
from pathlib import Path

import pytest

from hrss_tui.export.shown.table import html
from tests.export.shown.reading import HOSTILE, sheet

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here")
LIGHT, DARK = (255, 255, 255), (20, 24, 29)


def _run(home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    flags = (
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--hide-scrollbars",
        f"--user-data-dir={home}/profile",
    )
    return subprocess.run(
        [str(CHROMIUM), *flags, *arguments],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        cwd=home,
    )


def _pixels(data: bytes) -> tuple[int, set[tuple[int, ...]], tuple[int, ...]]:
    """Width, colours and the last pixel of a PNG of eight bits a channel."""
    width, _, depth, kind = struct.unpack(">IIBB", data[16:26])
    size = {2: 3, 6: 4}[kind]
    assert depth == 8
    packed, at = b"", 8
    while at < len(data):
        length = int.from_bytes(data[at : at + 4], "big")
        packed += data[at + 8 : at + 8 + length] if data[at + 4 : at + 8] == b"IDAT" else b""
        at += length + 12
    raw, before, lines = zlib.decompress(packed), bytes(width * size), []
    for start in range(0, len(raw), width * size + 1):
        before = _unfiltered(raw[start], raw[start + 1 : start + 1 + width * size], before, size)
        lines.append(before)
    found = {tuple(line[at : at + 3]) for line in lines[::5] for at in range(0, len(line), size)}
    return width, found, tuple(lines[-1][-size:][:3])


@cache
def _unfiltered(kind: int, line: bytes, above: bytes, size: int) -> bytes:
    """A line of a PNG as it is, from what differs from its left and from the line above; most lines repeat each other."""
    if kind in (0, 2):
        return bytes((one + up) & 255 for one, up in zip(line, above, strict=True)) if kind else line
    made, above = bytearray(size), bytes(size) + above
    for at, one in enumerate(line):
        left, up, corner = made[at], above[at + size], above[at]
        add = left if kind == 1 else (left + up) // 2 if kind == 3 else _nearest(left, up, corner)
        made.append((one + add) & 255)
    return bytes(made[size:])


def _nearest(left: int, up: int, corner: int) -> int:
    if corner in (left, up):
        return up if left == corner else left
    return min((left, up, corner), key=lambda one: abs(left + up - corner - one))


@pytest.mark.parametrize("width", [500, 1200])
@pytest.mark.parametrize(("scheme", "ground"), [(1, LIGHT), (0, DARK)])
def test_it_is_seen_in_light_and_dark_at_two_widths(
    width: int, scheme: int, ground: tuple[int, ...], tmp_path: Path
) -> None:
    page, picture = tmp_path / "page.html", tmp_path / "page.png"
    page.write_bytes(html(sheet()))
    ran = _run(
        tmp_path,
        f"--blink-settings=preferredColorScheme={scheme}",
        f"--window-size={width},900",
        f"--screenshot={picture}",
        page.as_uri(),
    )
    assert picture.exists(), ran.stderr[-500:]
    assert not re.search(r"Refused to|violates", ran.stderr)
    wide, colours, corner = _pixels(picture.read_bytes())
    assert wide == width
    assert corner == ground
    assert len(colours) > 20


CLICK = """
<script>
const heads = document.querySelectorAll("table.sorted th button");
const column = () => [...document.querySelectorAll("table.sorted tbody tr")].map((row) => row.cells[0].textContent).join("");
const said = [column()];
for (const at of [1, 1, 1, 0]) { heads[at].click(); said.push(column()); }
document.title = said.join("|") + "|" + (document.documentElement.scrollWidth <= window.innerWidth) + "|" + window.ran;
</script>
"""


@pytest.mark.parametrize("width", [500, 1200])
def test_a_click_sorts_and_the_page_is_no_wider_than_its_window(width: int, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    whole = html(sheet("很长的题名" * 40, "甲市")).decode()
    unguarded = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", whole)
    page.write_text(unguarded.replace("</body>", f"{CLICK}</body>"), "utf-8")
    dom = _run(tmp_path, f"--window-size={width},900", "--dump-dom", page.as_uri()).stdout
    *orders, fits, _ = re.findall(r"<title>([^<]*)</title>", dom)[0].split("|")
    assert orders == ["甲市乙县丙县", "甲市丙县乙县", "丙县甲市乙县", "甲市乙县丙县", "丙县甲市乙县"]
    assert fits == "true"


def test_the_policy_lets_nothing_else_run(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    whole = html(sheet(HOSTILE, HOSTILE)).decode()
    page.write_text(whole.replace("</h1>", "</h1><script>document.title = 'ran'</script>"), "utf-8")
    dom = _run(tmp_path, "--dump-dom", page.as_uri()).stdout
    assert dom
    assert "<title>ran</title>" not in dom
