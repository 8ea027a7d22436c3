"""Building from several folders and packages: documents side by side, conflicts named, nothing counted twice."""

from __future__ import annotations

import shutil
from decimal import Decimal
from pathlib import Path

import pytest

from hrss_tui.pack.read import Pack, open_pack
from hrss_tui.records import BudgetLine, Prefecture
from tests import variants as v
from tests.cli.commands import Program
from tests.conftest import SEEDS

TEXT = v.BUDGET.read_text("utf-8")
pytestmark = pytest.mark.usefixtures("compiled_once")


def folder_of(place: Path, **files: str) -> Path:
    place.mkdir()
    for name, text in files.items():
        (place / f"{name}.txt").write_text(text, "utf-8")
    return place


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """The tables of a budget of another year and department, without a manifest."""
    text = (
        v.scaled(v.tables_alone(), Decimal(2))
        .replace("2026", "2031")
        .replace("自治区人力资源", "某省人力资源")
    )
    return folder_of(tmp_path / "other", budget=text)


def facts(pack: Pack, doc_id: str) -> list[BudgetLine]:
    return [row for row in pack.rows(BudgetLine) if row.doc_id == doc_id]


def test_a_folder_without_manifest_is_built_and_asked(hrss: Program, other: Path, tmp_path: Path) -> None:
    out = tmp_path / "mine.msgpack"
    assert hrss("build", other, "-o", out).status == 0
    found = hrss("--pack", out, "budget", "208", "--depth", "0", "--format", "json")
    assert found.json[0]["year"] == 2031


@pytest.mark.parametrize("as_package", [False, True])
def test_two_inputs_stand_side_by_side(
    hrss: Program, other: Path, shipped: Path, tmp_path: Path, as_package: bool
) -> None:
    second = other
    if as_package:
        second = tmp_path / "other.msgpack"
        hrss("build", other, "-o", second)
    done = hrss("build", shipped, second, "-o", tmp_path / "both.msgpack")
    assert done.status == 0, done.err
    both, first = open_pack(tmp_path / "both.msgpack"), open_pack(shipped)
    assert both.column("documents", "doc_id") == [*first.column("documents", "doc_id"), "budget-2031"]
    assert facts(both, "budget-2026") == facts(first, "budget-2026")
    assert len(facts(both, "budget-2031")) == len(facts(first, "budget-2026"))
    assert both.rows(Prefecture) == first.rows(Prefecture)
    assert set(first.column("checks", "check_id")) <= set(both.column("checks", "check_id"))
    assert [source["sha256"] for source in both.package["sources"]][:-1] == [
        source["sha256"] for source in first.package["sources"]
    ]
    assert both.package["name"] == first.package["name"]
    assert hrss("verify", tmp_path / "both.msgpack").status == 0


def test_the_seeds_in_two_halves_give_the_same_records(hrss: Program, shipped: Path, tmp_path: Path) -> None:
    for name, chosen in (("a", v.BUDGET), ("b", None)):
        shutil.copytree(SEEDS, tmp_path / name)
        for path in (tmp_path / name).glob("*.txt"):
            if (path.name == v.BUDGET.name) != (chosen is not None):
                path.unlink()
    assert hrss("build", tmp_path / "b", "-o", tmp_path / "b.msgpack").status == 0
    assert hrss("build", tmp_path / "a", tmp_path / "b.msgpack", "-o", tmp_path / "c.msgpack").status == 0
    merged, whole = open_pack(tmp_path / "c.msgpack"), open_pack(shipped)
    for table in whole.tables:
        assert sorted(map(repr, merged.dicts(table))) == sorted(map(repr, whole.dicts(table))), table
    assert merged.package["version"] == whole.package["version"]
    assert merged.package["contributors"] == whole.package["contributors"] != []


def test_merging_twice_what_is_the_same_counts_it_once(hrss: Program, shipped: Path, tmp_path: Path) -> None:
    done = hrss("build", shipped, SEEDS, "-o", tmp_path / "c.msgpack")
    assert done.status == 0
    assert "budget-2026" in done.err
    assert open_pack(tmp_path / "c.msgpack").dicts("budget_lines") == open_pack(shipped).dicts("budget_lines")


@pytest.fixture
def accounts(tmp_path: Path) -> Path:
    """A folder of the accounts of two departments, which are told apart by their names."""
    text = "{}2033年度部门决算公开\n\n一、情况说明\n\n2033年度培训费支出{}万元。\n"
    return folder_of(
        tmp_path / "accounts",
        甲=text.format("伊宁市林业局", "14.30"),
        乙=text.format("伊宁市体育局", "9.60"),
    )


@pytest.mark.parametrize("alone", ["package", "file"])
def test_one_source_under_two_ids_is_one_document(
    hrss: Program, accounts: Path, tmp_path: Path, alone: str
) -> None:
    """What the id of a document is depends on the others of its input; the document does not."""
    one: Path = accounts / "甲.txt"
    if alone == "package":
        assert hrss("build", one, "-o", tmp_path / "one.msgpack").status == 0
        one = tmp_path / "one.msgpack"
        assert open_pack(one).column("documents", "doc_id") == ["budget-2033"]
    both = tmp_path / "both.msgpack"
    assert hrss("build", accounts, "-o", both).status == 0
    for number, inputs in enumerate(((one, both), (both, one))):
        done = hrss("build", *inputs, "-o", tmp_path / f"{number}.msgpack", "--lang", "en")
        assert done.status == 0
        assert "budget-2033-伊宁市林业局 is the same as in" in done.err
        assert (tmp_path / f"{number}.msgpack").read_bytes() == both.read_bytes(), number


def test_an_id_that_a_manifest_gives_is_kept_for_a_document_that_is_read_twice(
    hrss: Program, accounts: Path, tmp_path: Path
) -> None:
    named = tmp_path / "named"
    named.mkdir()
    shutil.copy(accounts / "乙.txt", named)
    said = '[[sources]]\nfile = "乙.txt"\ndocuments = [{ id = "sports" }]\n'
    (named / "manifest.toml").write_text(said, "utf-8")
    made = []
    for number, inputs in enumerate(((accounts, named), (named, accounts))):
        assert hrss("build", *inputs, "-o", tmp_path / f"{number}.msgpack").status == 0
        made.append((tmp_path / f"{number}.msgpack").read_bytes())
    assert made[0] == made[1]
    ids = open_pack(tmp_path / "0.msgpack").column("documents", "doc_id")
    assert sorted(ids) == ["budget-2033-伊宁市林业局", "sports"]


def test_what_another_document_is_called_is_given_to_none(
    hrss: Program, accounts: Path, tmp_path: Path
) -> None:
    """Two folders that call two documents crosswise hold conflicts, and no document is mixed with the other."""
    for name, first, second in (("x", "a", "b"), ("y", "b", "a")):
        shutil.copytree(accounts, tmp_path / name)
        said = "".join(
            f'[[sources]]\nfile = "{file}.txt"\ndocuments = [{{ id = "{own}" }}]\n'
            for file, own in (("甲", first), ("乙", second))
        )
        (tmp_path / name / "manifest.toml").write_text(said, "utf-8")
    assert hrss("build", tmp_path / "x", "-o", tmp_path / "x.msgpack").status == 0
    assert hrss("build", tmp_path / "x", tmp_path / "y", "-o", tmp_path / "xy.msgpack").status == 2
    x, both = open_pack(tmp_path / "x.msgpack"), open_pack(tmp_path / "xy.msgpack")
    assert both.dicts("observations") == x.dicts("observations")


def test_merging_again_what_is_merged_changes_no_byte(
    hrss: Program, other: Path, shipped: Path, tmp_path: Path
) -> None:
    def built(name: str, *inputs: Path) -> Path:
        assert hrss("build", *inputs, "-o", tmp_path / name).status == 0
        return tmp_path / name

    one, again = built("a.msgpack", shipped), built("aa.msgpack", shipped, shipped)
    assert one.read_bytes() == again.read_bytes() == shipped.read_bytes()
    both = built("ab.msgpack", shipped, other)
    for number, inputs in enumerate([(both,), (both, both), (both, shipped), (other, both)]):
        assert built(f"{number}.msgpack", *inputs).read_bytes() == both.read_bytes(), number


def test_a_conflict_names_document_and_both_inputs(hrss: Program, shipped: Path, tmp_path: Path) -> None:
    changed = folder_of(tmp_path / "changed", budget=v.scaled(v.tables_alone(), Decimal(3)))
    done = hrss("build", shipped, changed, "-o", tmp_path / "c.msgpack", "--lang", "en")
    assert done.status == 2
    assert all(text in done.err for text in ("budget-2026", str(shipped), str(changed), "manifest.toml"))
    assert facts(open_pack(tmp_path / "c.msgpack"), "budget-2026") == facts(open_pack(shipped), "budget-2026")
    strict = hrss("build", shipped, changed, "-o", tmp_path / "d.msgpack", "--strict")
    assert strict.status == 2
    assert not (tmp_path / "d.msgpack").exists()


@pytest.mark.parametrize("arguments", [["--gzip", "x.pack"], ["x.msgpack.gz"]])
def test_a_compressed_package_is_written_and_read(
    hrss: Program, shipped: Path, tmp_path: Path, arguments: list[str]
) -> None:
    out = tmp_path / arguments[-1]
    assert hrss("build", SEEDS, "-o", out, *arguments[:-1]).status == 0
    assert out.stat().st_size * 4 < shipped.stat().st_size
    assert hrss("verify", out).status == 0
    assert hrss("diff", out, shipped).status == 0
    assert hrss("--pack", out, "budget", "208").out == hrss("budget", "208").out


def test_what_is_no_package_is_refused_as_one(hrss: Program, shipped: Path, tmp_path: Path) -> None:
    (tmp_path / "notes.msgpack").write_bytes(b"\x81\xa1x\x01")
    assert hrss("build", shipped, tmp_path / "notes.msgpack", "-o", tmp_path / "c.msgpack").status in (2, 3)
    assert not (tmp_path / "c.msgpack").exists()


@pytest.mark.parametrize("as_package", [False, True])
def test_the_order_of_the_inputs_makes_no_difference(
    hrss: Program, other: Path, shipped: Path, tmp_path: Path, as_package: bool
) -> None:
    """Documents that speak of the same things: checks across them come out the same, byte for byte."""
    second = tmp_path / "alone.msgpack" if as_package else other
    later = v.BUDGET.read_text("utf-8").replace("2026", "2027")
    (other / "aa.txt").write_text(later, "utf-8")
    if as_package:
        hrss("build", other, "-o", second)
    for number, inputs in enumerate(((shipped, second), (second, shipped))):
        assert hrss("build", *inputs, "-o", tmp_path / f"{number}.msgpack").status == 0
    one, same = ((tmp_path / f"{number}.msgpack").read_bytes() for number in range(2))
    assert one == same


@pytest.mark.parametrize("as_packages", [True, False], ids=["packages", "files"])
def test_packages_and_files_in_either_order_give_the_same_bytes(
    hrss: Program, tmp_path: Path, as_packages: bool
) -> None:
    """Neither says what the package is called: its day is that of the latest document, whichever comes first."""
    inputs = []
    for name, day in (("乙", "2031-03-02"), ("甲", "2030-02-01")):
        folder = folder_of(
            tmp_path / day, **{name: f"某省{day[:4]}年工作报告\n\n{day}\n\n全年新增就业 {day[-1]} 万人。\n"}
        )
        if as_packages:
            assert hrss("build", folder, "-o", tmp_path / f"{day}.msgpack").status == 0
        inputs.append(tmp_path / f"{day}.msgpack" if as_packages else folder / f"{name}.txt")
    made = []
    for number, order in enumerate((inputs, inputs[::-1])):
        out = tmp_path / f"{number}.msgpack"
        assert hrss("build", *order, "-o", out).status == 0
        made.append(out.read_bytes())
    assert made[0] == made[1]
    assert open_pack(tmp_path / "0.msgpack").package["created"] == "2031-03-02"


def test_a_package_that_is_not_there_is_said_not_to_be(hrss: Program, tmp_path: Path) -> None:
    done = hrss("build", tmp_path / "missing.msgpack", "-o", tmp_path / "out.msgpack")
    assert done.status == 2
    assert "missing.msgpack: 不存在" in done.err
    assert not (tmp_path / "out.msgpack").exists()
