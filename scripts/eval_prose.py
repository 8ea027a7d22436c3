"""Scores of the reading of prose, respect by respect, over the seeds' goldens and the cases handed to developers.

    python scripts/eval_prose.py [CASES_DIR] [--misses]

Prints how many figures are found and how many of these have the right subject, period, kind, change, operator, unit
and indicator, and how many are right in every respect. The goldens of the seeds state all respects; a case states
those it is about. CASES_DIR is ../shared/cases or ../../shared/cases where there is one. `--misses` lists what is
wrong.
"""

from __future__ import annotations

import argparse
import csv
import tempfile
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec

from hrss_tui.compile.pipeline import compile_folder
from hrss_tui.reference import indicators

ROOT = Path(__file__).resolve().parent.parent
GOLDENS = ROOT / "tests" / "goldens"
RESPECTS = ("subject", "period", "kind", "change", "operator", "unit", "indicator")
DOCUMENTS = {
    "bulletin": "bulletin-2021",
    "plan": "plan-2021",
    "budget": "budget-2026",
    "article-livelihood": "article-livelihood",
    "article-poverty": "article-poverty",
    "interview": "interview-2026",
}

Row = Mapping[str, Any]
Verdict = dict[str, bool]


def observations(folder: Path) -> list[Row]:
    """The observations that a folder of sources gives."""
    rows = compile_folder(folder).tables["observations"]
    return [msgspec.to_builtins(row) for row in rows]


def golden_verdicts() -> Iterator[tuple[str, Verdict | None]]:
    """Per figure of the seeds: what is right; None where it is not found."""
    rows, names = observations(ROOT / "seeds"), {entry.indicator_id: entry.name for entry in indicators()}
    for name, doc_id in DOCUMENTS.items():
        mine = [row for row in rows if row["doc_id"] == doc_id]
        with (GOLDENS / f"observations_{name}.tsv").open(encoding="utf-8", newline="") as file:
            for golden in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
                yield (
                    f"{name}:{golden['line']} {golden['printed']}",
                    best(judged(row, golden, names) for row in mine if stands_at(row, golden)),
                )


def stands_at(row: Row, golden: Mapping[str, str]) -> bool:
    """Does the record print the golden's figure on its line?"""
    on_line = bool(row["line_start"] <= int(golden["line"]) <= row["line_end"])
    return on_line and str(row["printed"]).replace(",", "") == golden["printed"].replace(",", "")


def judged(row: Row, golden: Mapping[str, str], names: Mapping[str, str]) -> Verdict:
    """What is right of a record, by its golden."""
    text = squeezed(row["subject"]) + squeezed(row["scope"])
    words = [*golden["subject_words"].split(), golden["scope"]]
    same = {key: squeezed(row[key]) in allowed(golden[key]) for key in RESPECTS[1:6]}
    indicator = not golden["indicator"] or names.get(row["indicator_id"]) == golden["indicator"]
    return {"subject": all(squeezed(word) in text for word in words), **same, "indicator": indicator}


def allowed(cell: str) -> set[str]:
    """The readings a golden admits: `A or B`, none for an empty one."""
    return {"" if each == "none" else squeezed(each) for each in cell.split(" or ")}


def squeezed(text: str | None) -> str:
    """Text without white space."""
    return "".join((text or "").split())


def case_verdicts(folder: Path) -> Iterator[tuple[str, Verdict | None]]:
    """Per figure that a case expects: what of it is right; None where it is not found."""
    for path in sorted(folder.glob("*.toml")):
        case = tomllib.loads(path.read_text(encoding="utf-8"))
        wanted = [each for each in case["expect"] if is_figure(each)]
        if wanted and all("text" in file for file in case["files"]):
            rows = case_rows(case["files"])
            for each in wanted:
                yield f"{path.stem} {figure(each)}", best(met(row, each) for row in rows if prints(row, each))


def is_figure(want: Row) -> bool:
    """Does an expectation name a figure that there must be?"""
    return want.get("table") == "observations" and not want.get("absent") and figure(want) is not None


def figure(want: Row) -> float | None:
    """The figure an expectation is about."""
    return next(
        (want[key] for key in ("value", "base", "signed") if isinstance(want.get(key), int | float)), None
    )


def case_rows(files: Iterable[Row]) -> list[Row]:
    """The observations of the files of a case."""
    with tempfile.TemporaryDirectory(prefix="eval-") as folder:
        for file in files:
            (Path(folder) / file["name"]).write_text(file["text"], encoding="utf-8")
        return observations(Path(folder))


def prints(row: Row, want: Row) -> bool:
    """Is it the figure that is wanted, by value?"""
    key = "base_value" if "value" not in want and "base" in want else "value"
    return bool(abs(abs(row[key]) - abs(figure(want) or 0)) <= 1e-9 * abs(row[key]))


def met(row: Row, want: Row) -> Verdict:
    """What a case says of a figure, respect by respect; what it does not say counts as right."""
    lacks = want.get("subject_lacks", [])
    subject = all(word in row["subject"] for word in want.get("subject_has", []))
    found: Verdict = {"subject": subject and not any(word in row["subject"] for word in lacks)}
    for key in ("period", "kind", "operator", "unit"):
        found[key] = key not in want or row[key] in listed(want[key])
    change = "change" not in want or (row["change"] or "none") in listed(want["change"])
    sign = -1 if row["change"] == "decrease" and row["value"] > 0 else 1
    found["change"] = change and ("signed" not in want or sign * row["value"] == want["signed"])
    found["indicator"] = "indicator_id" not in want or row["indicator_id"] in listed(want["indicator_id"])
    if "base_unit" in want:
        found["unit"] = found["unit"] and row["base_unit"] in listed(want["base_unit"])
    return found


def listed(value: Any) -> list[Any]:
    """A value, or one of several."""
    return value if isinstance(value, list) else [value]


def best(verdicts: Iterable[Verdict]) -> Verdict | None:
    """The reading with most respects right; None where there is none."""
    return max(verdicts, key=lambda verdict: sum(verdict.values()), default=None)


def report(title: str, verdicts: Iterable[tuple[str, Verdict | None]], misses: bool) -> None:
    """One line of scores, and what is wrong where asked for."""
    total, found, right = 0, 0, Counter[str]()
    wrong: list[str] = []
    for name, verdict in verdicts:
        total += 1
        if verdict is None:
            wrong.append(f"{name}: not found")
            continue
        found += 1
        right.update(key for key, good in verdict.items() if good)
        right["all"] += all(verdict.values())
        if not all(verdict.values()):
            wrong.append(f"{name}: {', '.join(key for key, good in verdict.items() if not good)}")
    shares = "  ".join(f"{key} {right[key] / max(found, 1):6.1%}" for key in RESPECTS)
    print(
        f"{title:8} {total:4} figures  found {found / max(total, 1):6.1%}  {shares}  all {right['all'] / max(total, 1):6.1%}"
    )
    if misses:
        print("\n".join(f"  {line}" for line in wrong))


def main() -> None:
    """Scores of the seeds, then of the cases where there are any."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("cases", nargs="?", type=Path)
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    places = (
        [options.cases]
        if options.cases
        else [ROOT.parent / "shared" / "cases", ROOT.parent.parent / "shared" / "cases"]
    )
    report("seeds", golden_verdicts(), options.misses)
    folder = next((place for place in places if place.is_dir()), None)
    if folder is not None:
        report("cases", case_verdicts(folder), options.misses)


if __name__ == "__main__":
    main()
