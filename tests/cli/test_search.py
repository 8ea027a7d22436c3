"""`hrss-tui search`: formats, counts, marks on a terminal, errors, and how fast a process is over."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest

from hrss_tui.cli.explore import forget_variables
from tests.cli.commands import ROOT, Program

MARK = re.compile("\x1b\\[1;33m(.*?)\x1b\\[0m")


def test_json_has_the_agreed_names(hrss: Program) -> None:
    rows = hrss("search", "kashi", "--format", "json").json
    assert [row["line_start"] for row in rows] == [195, 216]
    first = rows[0]
    assert list(first)[:8] == [
        "doc_id", "block_id", "line_start", "line_end", "section", "text", "spans", "score",
    ]  # fmt: skip
    assert first["doc_id"] == "plan-2021"
    assert [first["text"][start:end] for start, end in first["spans"]] == ["喀什"]


def test_a_query_of_limits_alone_counts_passages(hrss: Program) -> None:
    for lang, said in (("zh", "共 4 段（行）"), ("en", "4 passages")):
        found = hrss("search", "code:2080113 kind:row", "--lang", lang).out
        assert said in found
        assert not re.search(r"(?m)(^共 0 处|\b0 (?:处|times|occurrences))", found)
        counted = hrss("search", "code:2080113 kind:row", "--count", "--lang", lang).out
        assert "budget-2026" in counted
        assert not re.search(r"(?m)^\s*0\b", counted)


def test_counts_per_document_and_in_total(hrss: Program) -> None:
    assert hrss("search", "新疆生产建设兵团", "--count", "--format", "json").json == {
        "total": 1,
        "documents": {"bulletin-2021": 1},
    }
    assert hrss("search", "就业", "--count", "--format", "csv").csv[1] == {
        "doc_id": "plan-2021",
        "occurrences": "135",
    }
    assert "383-385" in hrss("search", "新疆生产建设兵团", "--count").out


def test_hits_are_grouped_by_document_with_section_lines_and_figures(hrss: Program) -> None:
    out = hrss("search", "城镇新增就业", "--doc", "bulletin-2021").out
    assert out.startswith("bulletin-2021  2021年度")
    assert "    17  2021 年，全区城镇新增就业 47.74 万人" in out
    assert "一、劳动就业" in out
    assert "47.74 万人" in out.split("一、劳动就业", 1)[1]  # the record of the figure
    assert "共 2 处" in out


def test_a_bound_keeps_its_sign_and_a_target_is_called_one(hrss: Program) -> None:
    out = hrss("search", "城镇调查失业率控制", "--doc", "plan-2021").out
    assert "≤5.5 %  城镇调查失业率（2021 目标）" in out
    out = hrss("search", "城镇新增就业累计", "--doc", "article-livelihood", "--lang", "en").out
    assert "~190 10k persons" in out
    assert "(2021/2024)" in out
    out = hrss("search", "流动人员档案邮寄费", "--doc", "budget-2026", "--kind", "row").out
    assert "≤65 万元  流动人员档案邮寄费（2026 目标）" in out


def test_options_narrow_and_limit(hrss: Program) -> None:
    rows = hrss("search", "就业", "--doc", "plan-2021", "--kind", "heading", "--format", "json").json
    assert len(rows) == 9
    assert {row["kind"] for row in rows} == {"heading"}
    assert len(hrss("search", "就业", "--limit", "3", "--format", "csv").csv) == 3
    assert len(hrss("search", "就业", "--limit", "0", "--format", "json").json) > 100


def test_the_order_is_explained(hrss: Program) -> None:
    out = hrss("search", "南疆", "就业", "--explain").out
    assert "1112 = 完整短语 1000 + 正文 100 + 同句（行）10" in out


def test_expressions(hrss: Program) -> None:
    assert hrss("search", "--regex", r"\d+万人次", "--count", "--format", "json").json["total"] == 26


def test_nothing_found_and_faulty_queries(hrss: Program) -> None:
    done = hrss("search", "没有这句话")
    assert (done.status, done.out) == (1, "")
    assert "没有找到" in done.err
    assert hrss("search", "没有这句话", "--format", "json").json == []
    done = hrss("search", '"三支')
    assert (done.status, done.out) == (2, "")
    assert done.err.count("\n") == 1
    done = hrss("search", "x", "--lang", "en", "--doc", "none")
    assert done.status == 2
    assert "no document none" in done.err


def run_on_terminal(pack: Path, env: dict[str, str], *arguments: str) -> str:
    """What the program prints on a terminal."""
    master, slave = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "hrss_tui", "search", *arguments],
        stdin=slave,
        stdout=slave,
        stderr=slave,
        cwd=ROOT,
        env={**os.environ, "HRSS_TUI_PACK": str(pack), "TERM": "xterm", **env},
    ) as process:
        os.close(slave)
        out = b""
        try:
            while chunk := os.read(master, 65536):
                out += chunk
        except OSError:
            pass  # the other end is closed: how Linux says that the program has ended
        process.wait(30)
    os.close(master)
    return out.decode()


def test_words_are_marked_on_a_terminal_only_where_colours_are_wanted(shipped: Path) -> None:
    assert set(MARK.findall(run_on_terminal(shipped, {"NO_COLOR": ""}, "博州"))) == {"博 州", "博州"}
    assert "\x1b" not in run_on_terminal(shipped, {"NO_COLOR": "1"}, "博州")
    assert "\x1b" not in run_on_terminal(shipped, {"TERM": "dumb"}, "博州")
    with pytest.MonkeyPatch.context() as patch:
        for value, left in (("", None), ("0", "0")):
            patch.setenv("NO_COLOR", value)
            forget_variables()
            assert os.environ.get("NO_COLOR") == left


HEAVY = (
    "textual",
    "rich",
    "polars",
    "click",
    "msgspec",
    "importlib.metadata",
    "importlib.resources",
    "typing",
)


def code(*arguments: str) -> str:
    return f"import sys; from hrss_tui.__main__ import main; main({['search', *arguments]!r})"


def test_a_search_imports_nothing_heavy(shipped: Path) -> None:
    told = subprocess.run(
        [
            sys.executable,
            "-c",
            code("就业") + f"; print([n for n in {HEAVY!r} if n in sys.modules], file=sys.stderr)",
        ],
        capture_output=True,
        env={**os.environ, "HRSS_TUI_PACK": str(shipped)},
        cwd=ROOT,
        check=True,
    )
    assert told.stderr.decode() == "[]\n"


def test_a_word_to_leave_out_needs_no_quotes(hrss: Program) -> None:
    # 天池英才 stands in table 7 and in the heading of its project; only the heading's block says 项目名称
    assert [
        row["line_start"] for row in hrss("search", "天池英才", "-项目名称", "--format", "json").json
    ] == [489]


@pytest.mark.usefixtures("compiled_once")
def test_building_writes_an_index_where_it_is_asked_for_and_renews_it(hrss: Program, tmp_path: Path) -> None:
    out = tmp_path / "out.msgpack"
    sources = ROOT / "seeds"
    assert hrss("build", sources, "-o", out).status == 0
    index = Path(f"{out}.search")
    assert not index.exists()
    done = hrss("build", sources, "-o", out, "--index")
    assert done.status == 0
    assert str(index) in done.err
    index.write_bytes(b"old")
    assert hrss("build", sources, "-o", out).status == 0
    assert index.read_bytes().startswith(b"SQLite format 3")
    assert hrss("search", "博州", "--pack", out).status == 0
    other = tmp_path / "other.msgpack"
    Path(f"{other}.search").mkdir()
    for place in (other, tmp_path / ("x" * 250)):
        done = hrss("build", sources, "-o", place, "--index")
        assert (done.status, done.err.count("\n"), place.exists()) == (2, 1, False), done.err
    done = hrss("build", sources, "-o", other)
    assert (done.status, "other.msgpack.search: 无法写入索引：是一个目录\n" in done.err) == (0, True), (
        done.err
    )


def test_a_document_without_a_name_is_not_every_one(hrss: Program) -> None:
    done = hrss("search", "就业", "--doc", "")
    assert (done.status, done.out, "没有文件" in done.err) == (2, "", True)


def test_a_compressed_package_has_no_index(hrss: Program, tmp_path: Path) -> None:
    done = hrss("build", ROOT / "seeds", "-o", tmp_path / "out.msgpack.gz", "--index")
    assert done.status == 2
    assert "索引" in done.err


@pytest.mark.parametrize(
    "left_out", ["-doc:plan-2021", '-"三支一扶"', "-/技能.+/", "-kind:row", "-x", "-教育"]
)
def test_what_is_left_out_needs_no_quotation_of_its_own(hrss: Program, left_out: str) -> None:
    together = hrss("search", f"就业 {left_out}", "--count")
    assert together.status == 0
    for arguments in (("就业", left_out), (left_out, "就业")):
        assert hrss("search", *arguments, "--count") == together


def test_options_of_a_search_stay_options(hrss: Program) -> None:
    assert hrss("search", "-h").status == 0
    assert hrss("search", "就业", "--nothing").status == 2
    assert hrss("budget", "-x").status == 2


def test_an_empty_expression_is_no_search(hrss: Program) -> None:
    done = hrss("search", "--regex", "")
    assert (done.status, done.out) == (2, "")
    assert "正则表达式为空" in done.err


def test_a_hit_says_what_cite_and_evidence_take(hrss: Program) -> None:
    out = hrss("search", "喀什地区", "就业", "--limit", "2").out
    assert "hrss-tui cite " in out.splitlines()[-1]
    rows = hrss("search", "喀什", "--limit", "20", "--format", "json").json
    ids = {one for row in rows for one in [*row["records"], row["place"]]}
    assert any(one.startswith("prefecture_values/6531/") for one in ids)
    for one in ids:
        assert hrss("cite", one).status == 0
    assert hrss("search", "喀什", "--limit", "1", "--format", "csv").csv[0]["place"] == rows[0]["place"]


def test_hits_are_a_page(hrss: Program) -> None:
    page = hrss("search", "三支一扶", "--format", "html").out
    assert page.startswith("<!DOCTYPE html>")
    assert "三支一扶" in page
    assert "http" not in page.partition("</head>")[2].partition("<tbody")[0]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_code_that_is_printed_in_pieces_says_where_to_ask(hrss: Program, lang: str) -> None:
    done = hrss("search", "2080111", "--lang", lang)
    for line in ("search code:2080111", "budget 2080111"):
        assert f"hrss-tui {line}" in done.err
        assert hrss(*line.split()).status == 0
    rows = hrss("search", "code:2080111", "--format", "json").json
    assert len(rows) > len(hrss("search", "2080111", "--format", "json").json)
    for unknown in ("9990001", "2080", "没有这个词"):
        assert "code:" not in hrss("search", unknown, "--lang", lang).err
