"""A package of several departments with budgets of several years and the accounts of one, as invented documents."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from hrss_tui.cli.run import run
from tests.documents.formats import chosen
from tests.documents.layouts import accounts, shanghai
from tests.documents.layouts.common import Department

NAMES = (
    ("w", "宁安区万柳街道办事处", "20103", 300),
    ("e", "宁安区教育局", "20501", 900),
    ("r", "宁安区人力资源和社会保障局", "20801", 400),
)


PACKAGE = "several.msgpack"


@cache
def _files(departments: int, years: tuple[int, ...]) -> dict[str, bytes]:
    """The documents and their package, which are the same for all tests of a run, by name."""
    (made,) = chosen("text")
    with TemporaryDirectory() as scratch:
        folder = Path(scratch)
        for seed, (name, title, group, size) in enumerate(NAMES[:departments]):
            department = Department(name, title, "宁安区", seed + 11, (group,), (f"{title}服务中心",), size)
            described = [shanghai.budget(department, year, shanghai.Year()) for year in years]
            for one in (*described, accounts.final(department, years[0])):
                (folder / f"{one.id}{made.suffix}").write_bytes(made.render(one))
        assert run(["build", str(folder), "-o", str(folder / PACKAGE)]) == 0
        return {path.name: path.read_bytes() for path in folder.iterdir()}


def several(folder: Path, departments: int = 3, years: tuple[int, ...] = (2023, 2024)) -> str:
    """The path of such a package, in a folder with its documents."""
    for name, data in _files(departments, years).items():
        (folder / name).write_bytes(data)
    return str(folder / PACKAGE)
