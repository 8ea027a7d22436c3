"""Counts of a search in every format, and a limit that is none."""

from __future__ import annotations

import json
import re

import pytest

from tests.cli.commands import Program


def test_counts_are_the_same_in_every_format(hrss: Program) -> None:
    counts = json.loads(hrss("search", "就业", "--count", "--format", "json").out)["documents"]
    table = hrss("search", "就业", "--count", "--format", "md").out.splitlines()
    assert {row.split(" | ")[1]: int(row.split(" | ")[0].strip("| ")) for row in table[2:]} == counts
    page = hrss("search", "就业", "--count", "--format", "html").out
    assert page.startswith("<!DOCTYPE html>")
    assert all(f">{doc}<" in page for doc in counts)
    assert f"{sum(counts.values())} 处" in page
    csv = hrss("search", "就业", "--count", "--format", "csv").out.splitlines()
    assert {row.split(",")[0]: int(row.split(",")[1]) for row in csv[1:]} == counts


def test_nothing_found_is_no_table(hrss: Program) -> None:
    done = hrss("search", "没有这样的词", "--count", "--format", "md")
    assert (done.status, done.out) == (1, "")


@pytest.mark.parametrize("limit", ["-1", "-50"])
def test_a_limit_below_nothing_is_refused(hrss: Program, limit: str) -> None:
    done = hrss("search", "就业", "--limit", limit)
    assert (done.status, done.out) == (2, "")
    assert limit in done.err


@pytest.mark.parametrize("form", ["json", "csv", "md", "html"])
def test_a_program_is_told_of_hits_that_a_limit_left_out(hrss: Program, form: str) -> None:
    whole = len(hrss("search", "喀什", "--limit", "0", "--format", "csv").csv)
    assert whole > 3
    told = f"{whole} 条，列出前 3 条"
    assert told in hrss("search", "喀什", "--limit", "3", "--format", form).err
    assert "列出前" not in hrss("search", "喀什", "--limit", str(whole), "--format", form).err


def test_counts_name_no_lines_of_documents_whose_hits_are_not_listed(hrss: Program) -> None:
    done = hrss("search", "就业", "--count", "--limit", "1")
    assert done.status == 0
    assert re.search(r"第\s+…", done.out) is None
    assert len(re.findall(r"第 \d+ … 行", done.out)) == 1
