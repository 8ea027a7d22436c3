"""Values read off the sources by hand, and the few helpers that compare them with a compiled package.

`tests/goldens/*.tsv` are UTF-8 tab-separated files with a header row. A person typed them from the numbered
lines of the seeds; no parser made them, so a compiler that agrees with them read what a person reads.

Conventions: `line` (or `line_start`, `line_end`) is the 1-based physical line of the seed; `printed` is the
figure exactly as it stands there. Names are typed as printed, but without the spaces a table cell or a page
break put between Han characters, and joined where a page breaks them (`line` is then the line that holds the
amounts). Document numbers have no space before 号. An empty cell means that the row has no such value. In
`basis.tsv` a title lacks its outer 《》 and is listed once per mention; `comment` says what was decided where
the marks do not balance.

Observations: `unit` is printed after the figure, without 余; a bare 万 before a noun stays 万. `base_unit` is the
unit without its 亿 or 万. `A or B` in a cell names the readings the source leaves open, `none` among them an empty
one. `subject_words` all occur in the subject or the scope. A sentence without a time inherits that of its
paragraph where its facts are of the same kind (a stock, a flow), else the year the document reports or plans.
Kind is cumulative where a flow is added up over more than a year; shares and means over such a span are actual.
Performance rows: levels are filled down and put right, `previous` is typed as printed, `-` included.
"""

import csv
import re
import unicodedata
from decimal import Decimal
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent
GOLDENS = Path(__file__).parent / "goldens"
BUDGET, PLAN = "002", "001"
PROSE = {  # file of observations -> (document, seed)
    "observations_bulletin": ("bulletin-2021", "000"),
    "observations_plan": ("plan-2021", PLAN),
    "observations_budget": ("budget-2026", BUDGET),
    "observations_article-livelihood": ("article-livelihood", "003"),
    "observations_article-poverty": ("article-poverty", "003"),
    "observations_interview": ("interview-2026", "004"),
}
PERFORMANCE = [f"performance_{n}" for n in range(12)]  # the whole department, then its eleven projects

_SAME_MARK = str.maketrans("〈〉“”‘’", "<>\"\"''")


@cache
def read_tsv(name: str) -> list[dict[str, str]]:
    """Return the rows of `tests/goldens/NAME.tsv`; every value is text, an empty cell is ''."""
    with (GOLDENS / f"{name}.tsv").open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle, delimiter="\t", quoting=csv.QUOTE_NONE, strict=True))


def fold(text: str | None) -> str:
    """Return `text` without spaces and without differences of width, brackets and quotes; None gives ''."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text or "")).translate(_SAME_MARK)


def number(printed: str) -> Decimal:
    """Return the decimal a figure prints: '1,011.76', '+9.10', '8,567.60%'."""
    return Decimal(printed.replace(",", "").removesuffix("%"))


def yuan(printed: str) -> int:
    """Return the integer 元 of an amount printed in 万元; a fraction of one 元 is an error of the golden."""
    amount = number(printed) * 10_000
    if amount != int(amount):
        raise ValueError(f"{printed} 万元 is not a whole number of 元")
    return int(amount)


def fen(printed: str) -> int:
    """Return the integer 分, which the package holds, of an amount printed in 万元."""
    return yuan(printed) * 100


@cache
def _seed_lines(prefix: str) -> list[str]:
    (path,) = (ROOT / "seeds").glob(f"{prefix}_*.txt")
    return path.read_text(encoding="utf-8").split("\n")


def seed_text(prefix: str, line_start: int | str, line_end: int | str | None = None) -> str:
    """Return the physical lines `line_start`..`line_end` of the seed whose file name starts with `prefix`."""
    first = int(line_start)
    return "\n".join(_seed_lines(prefix)[first - 1 : int(line_end or first)])
