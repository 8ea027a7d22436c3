"""Every command as somebody would use it: what the tests of this folder run on packages of all kinds.

`{pack}` stands for the package, `{out}` for a path that is free, `{sources}` for a folder of sources.
"""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from tests.robustness.process import ROOT

LISTING: Final = ("table", "json", "csv", "md")
PAGES: Final = (*LISTING, "html")
"""Of what is worth looking at."""
SHORT: Final = sorted(sorted((ROOT / "seeds").glob("*.txt"), key=lambda path: path.stat().st_size)[:-1])
"""Sources to build from: the seeds but for the longest, which takes most of the time."""
EXPORTS: Final = ("csv", "jsonl", "parquet", "xlsx", "html", "sqlite", "datapackage")

USES: Final[dict[str, tuple[str, ...]]] = {
    "budget": (
        "",
        "208 --depth 9 --unit yuan",
        "20801 --by class,group,item,unit,project,economic --depth 3",
        "--table 1 --unit yi",
        "--table 7 --by unit,project,economic",
        "--classification income",
        "--measure basic --year 2026",
    ),
    "compare": (
        "",
        "喀什 hetian 6501 --as share",
        "--metric all --as rank",
        "--as index --base 6501",
        "--of departments 三公",
        "--of years 人力",
        "--of execution 人力",
        "--year 2021",
    ),
    "changes": ("", "20801 --unit yi"),
    "prefecture": ("喀什", "hetian --unit yuan"),
    "targets": ("", "就业 --below-last-year", "--no-last-year --not-a-number"),
    "policies": ("", "新"),
    "glossary": ("", "经费"),
    "mcp": ("",),
    "indicators": ("", "就业", "培训"),
    "search": (
        "就业",
        "--count 技能",
        "--regex 就.业 --explain",
        "'南疆 -就业'",
        "--limit 3 培训 --kind heading",
        "jiuye",
        "'code:208 year:2026 万'",
        "py:xj --doc plan-2021",
    ),
    "show": ("plan-2021", "budget-2026:600 --context 40", "plan-2021 --page 1", "bulletin-2021:1"),
    "checks": ("", "--status fails", "--status not_checkable --doc budget-2026"),
    "documents": ("", "就业 --year 2021", "--phase budget --kind budget", "--place 65"),
    "info": ("", "--path"),
    "tables": ("",),
    "schema": ("", "budget", "compare"),
    "export": ("-o {out}", "figures", "blocks", "prefecture_values observations -o {out}"),
    "evidence": ("plan-2021:183", "bulletin-2021:17.17"),
    "cite": (
        "plan-2021",
        "budget-2026:600 --standard 2015",
        "package",
        "bulletin-2021:17 --url https://x.cn/a",
    ),
    "diff": ("{pack} {pack}", "{whole} {pack}", "{pack} {whole} --summary"),
    "verify": ("", "{pack}"),
    "build": ("{pack} -o {out}", "{pack} {sources} -o {out}"),
    "doctor": ("",),
    "completion": ("bash",),
    "help": ("keys",),
}
"""Command → argument lines."""

FORMATS: Final[dict[str, tuple[str, ...]]] = {
    "export": EXPORTS,
    "cite": (*LISTING, "bibtex", "csl"),
    **dict.fromkeys(
        ("budget", "changes", "compare", "indicators", "targets", "policies", "glossary", "documents"), PAGES
    ),
    "checks": (*PAGES, "note"),
    "evidence": ("md", "html"),
    "build": (),
    "schema": (),
    "completion": (),
    "help": (),
    "mcp": (),
}
"""What `--format` takes where that is not `LISTING`."""
_SUFFIX: Final = {"export": ""}


def uses(name: str, pack: Path, whole: Path, out: Path, sources: Path) -> Iterator[list[str]]:
    """The argument lists of a command on `pack`, in every format; `whole` is a package nothing is wrong with."""
    number = 0
    for line in USES[name]:
        for form in FORMATS.get(name, LISTING) or ("",):
            number += 1
            places = {"pack": pack, "whole": whole, "sources": sources, "out": out / f"{name}-{number}"}
            words = [word.format(**places) for word in shlex.split(line)]
            yield [name, *words, *(["--format", form] if form else []), "--pack", str(pack)]
