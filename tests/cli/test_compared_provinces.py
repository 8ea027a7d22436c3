"""Tables by place of two provinces, one with outcomes only: each is compared by what it has, and nobody is dropped without a word."""

from __future__ import annotations

import pytest

from hrss_tui.cli.run import run

AIMS = "2033年贵州省就业工作要点\n\n贵州省人力资源和社会保障厅\n\n2033年1月9日\n\n2033年贵州省各市州就业目标任务分解表\n\n"
DONE = "2032年福建省就业工作完成情况\n\n福建省人力资源和社会保障厅\n\n2033年1月12日\n\n2032年各市失业保险参保情况\n\n"


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("provinces")
    aims = "市（州）\t城镇新增就业（万人）\n贵阳市\t21.5\n遵义市\t9.5\n毕节市\t7.5\n"
    done = "市\t失业保险参保人数（万人）\n福州市\t188.5\n厦门市\t212.5\n泉州市\t146.5\n"
    (folder / "b.txt").write_text(AIMS + aims, "utf-8")
    (folder / "a.txt").write_text(DONE + done, "utf-8")
    out = str(folder / "two.msgpack")
    assert run(["build", str(folder), "-o", out]) == 0
    return out


@pytest.mark.parametrize(
    ("asked", "figures", "said"),
    [
        ((), {"188.5", "212.5", "146.5"}, ""),
        (("厦门", "福州"), {"188.5", "212.5"}, ""),
        (("厦门", "遵义"), {"212.5", "9.5"}, ""),
        (("--metric", "城镇新增就业"), {"21.5", "9.5", "7.5"}, ""),
        (("--year", "2033"), {"21.5", "9.5", "7.5"}, ""),
        (("厦门", "--year", "2032"), {"212.5"}, ""),
        (("厦门", "遵义", "--metric", "城镇新增就业"), {"9.5"}, "所选指标没有这些地方的数值：厦门市"),
    ],
)
def test_each_province_is_compared_by_what_it_has(
    two: str, capsys: pytest.CaptureFixture[str], asked: tuple[str, ...], figures: set[str], said: str
) -> None:
    capsys.readouterr()
    assert run(["compare", *asked, "--pack", two]) == 0
    found = capsys.readouterr()
    every = {"188.5", "212.5", "146.5", "21.5", "9.5", "7.5"}
    assert every & set(found.out.split()) == figures
    assert said in found.err
    assert bool(said) is ("没有这些地方" in found.err)


def test_places_without_the_metric_are_not_said_to_be_none(
    two: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["compare", "厦门", "--metric", "城镇新增就业", "--pack", two, "--lang", "en"]) == 1
    assert "the places have no values of the metrics" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ((), "另有其他地方的数值未列：贵州省；写明名称即列出，如 hrss-tui compare 贵州省"),
        (("--metric", "城镇新增就业"), ""),
        (("--year", "2033"), ""),
        (("--kind", "target"), ""),
        (("福建省",), ""),
        (("厦门",), ""),
    ],
)
def test_what_is_not_shown_of_other_provinces_is_said_in_one_line(
    two: str, capsys: pytest.CaptureFixture[str], asked: tuple[str, ...], said: str
) -> None:
    capsys.readouterr()
    assert run(["compare", *asked, "--pack", two]) == 0
    notes = capsys.readouterr().err.splitlines()
    assert [line for line in notes if "其他地方" in line] == ([said] if said else [])


def test_a_province_is_named_by_what_the_note_calls_it(two: str, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert run(["compare", "--pack", two, "--lang", "en"]) == 0
    assert "values of other places are not shown: Guizhou; name one to see it" in capsys.readouterr().err
    for name in ("贵州省", "Guizhou", "guizhou", "52", "520000"):
        assert run(["compare", name, "--pack", two]) == 0
        assert {"21.5", "9.5", "7.5"} <= set(capsys.readouterr().out.split())
