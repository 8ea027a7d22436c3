"""Every command in English: Chinese is only what the documents print, and none of it stands half in English."""

from __future__ import annotations

import re
import shlex
import unicodedata
from collections.abc import Iterator

import msgspec
import pytest

from hrss_tui.pack.read import Pack, decode_pack
from hrss_tui.records import TABLES
from hrss_tui.reference.english import english_of, english_unit
from tests.cli.commands import Program
from tests.robustness.uses import USES

HAN = re.compile(r"[\u3400-\u9fff]")
RUN = re.compile(r"[\u3400-\u9fff]+")
CITATION = "源文件第"
"""A citation is in the language of its document, as GB/T 7714 has it."""
FIGURE = re.compile(r"[<>=≤≥~]{0,2}[\d,.]+ ?([\u3400-\u9fff/]{1,12})")
ASKED = {
    **{name: USES[name] for name in ("changes", "compare", "documents", "indicators", "targets", "checks")},
    "budget": (*USES["budget"], "--classification economic", "信息化"),
    "prefecture": ("喀什",),
    "policies": ("",),
    "glossary": ("",),
    "evidence": ("bulletin-2021:17.17", "budget-2026:target:1078"),
    "search": ("就业 --format table", "技能大师 --count --format table"),
    "info": ("--format table",),
    "doctor": ("--format table",),
}
"""Command → argument lines. What tables, help and completion print holds no figure; `show` and `cite` print documents."""
QUOTING = frozenset({"search", "glossary", "policies", "evidence"})
"""Commands that quote sentences and words which documents define."""


def _lines() -> Iterator[tuple[str, str]]:
    for command, lines in ASKED.items():
        yield from ((command, line) for line in lines)


def bare(text: str) -> str:
    """A text without blanks, and with the forms of signs that are one."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


@pytest.fixture(scope="module")
def printed(pack_data: bytes) -> str:
    """Everything that documents print, as the package holds it."""
    return bare("\n".join(_texts(decode_pack(pack_data, "seeds"))))


def _texts(pack: Pack) -> Iterator[str]:
    for struct in TABLES:
        if struct.TABLE in pack.schema and struct.TABLE not in ("checks", "corrections", "indicators"):
            for row in pack.rows(struct):
                for value in msgspec.structs.astuple(row):
                    several = value if isinstance(value, list) else [value]
                    yield from (one for one in several if isinstance(one, str))


def cells_of(out: str) -> Iterator[str]:
    """The cells of a printed table, and of what stands around it the pieces between wide gaps."""
    for line in out.splitlines():
        pieces = line.strip("| ").split(" | ") if line.startswith("|") else re.split(r" {2,}| · ", line)
        yield from (piece.strip() for piece in pieces if HAN.search(piece))


@pytest.mark.parametrize(("command", "line"), [one for one in _lines() if one[0] not in QUOTING])
def test_no_name_that_has_an_english_one_is_chinese(hrss: Program, command: str, line: str) -> None:
    out = _asked(hrss, command, line)
    assert {cell for cell in cells_of(out) if english_of(cell) or english_unit(cell) != cell} == set()


@pytest.mark.parametrize(("command", "line"), [one for one in _lines() if one[0] not in QUOTING])
def test_no_figure_has_a_chinese_unit_where_that_has_a_name(hrss: Program, command: str, line: str) -> None:
    out = _asked(hrss, command, line)
    assert [
        cell
        for cell in cells_of(out)
        if (found := FIGURE.fullmatch(cell)) and english_unit(found[1]) != found[1]
    ] == []


@pytest.mark.parametrize(("command", "line"), list(_lines()))
def test_what_is_chinese_is_printed_in_a_document(
    hrss: Program, printed: str, command: str, line: str
) -> None:
    out = _asked(hrss, command, line)
    rest = {
        run
        for cell in cells_of(out)
        for run in RUN.findall(cell)
        if CITATION not in cell and bare(run) not in printed
    }
    assert rest == set()


def _asked(hrss: Program, command: str, line: str) -> str:
    wanted = shlex.split(line)
    form = [] if "--format" in wanted else ["--format", "md"]
    done = hrss(command, *wanted, *form, "--lang", "en")
    assert done.status in (0, 1)
    return done.out


def test_what_is_named_in_english_is_found_by_that_name(hrss: Program) -> None:
    found = hrss("budget", "health", "--lang", "en").out
    assert re.search("^210 +Health", found, re.MULTILINE)
    none = hrss("search", "new urban jobs", "--lang", "en")
    assert (none.status, "hrss-tui indicators 'new urban jobs'" in none.err) == (1, True)
    assert hrss("indicators", "new urban jobs", "--lang", "en").status == 0
    assert "hrss-tui indicators" not in hrss("search", "zzzz", "--lang", "en").err
