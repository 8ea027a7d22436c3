"""What is built is the same wherever and whenever it is built, and holds nothing that is not needed.

The builder is the one that .ci/locks names; each build has a folder, a process and a clock of its own.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from tests.conftest import ROOT

pytest.importorskip("hatchling", reason="the builder is installed with .ci/locks/dev.txt")

BUILD = "import sys; from hatchling import build as b; print(getattr(b, 'build_' + sys.argv[1])(sys.argv[2]))"
PARTS = ("hrss_tui", "datapack", "seeds", "scripts", "tests", ".ci")
FILES = ("pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md", ".gitignore")
NEEDED = (
    r"hrss_tui/(?:[a-z_]+/)*[a-z_0-9]+\.py",
    r"hrss_tui/py\.typed",
    r"hrss_tui/reference/[a-z_0-9/]+\.(?:toml|tsv|txt)",
    r"hrss_tui/docs/(?:[a-z]+/)?[a-z_]+\.md",
    r"hrss_tui/docs/(?:en|zh)/hrss-tui\.1",
    r"hrss_tui-[0-9.]+\.data/data/share/man/(?:zh_CN/)?man1/hrss-tui\.1",
    r"hrss_tui/tui/(?:[a-z_]+/)*[a-z_]+\.tcss",
    r"hrss_tui/export/shown/page\.(?:css|js)",
    r"hrss_tui/data/hrss-xinjiang\.msgpack",
    r"hrss_tui-[0-9.]+\.dist-info/(?:METADATA|WHEEL|RECORD|entry_points\.txt|licenses/(?:LICENSE|datapack/LICENCE\.md))",
)
"""All that a wheel may hold."""


def built(kind: str, source: Path, out: Path, **environment: str) -> Path:
    """A wheel or sdist of a checkout."""
    out.mkdir(parents=True)
    env = {**os.environ, "SOURCE_DATE_EPOCH": "1900000000", **environment}
    done = subprocess.run(
        [sys.executable, "-c", BUILD, kind, str(out)],
        cwd=source,
        env=env,
        capture_output=True,
        text=True,
        check=True,
    )
    return out / done.stdout.splitlines()[-1]


def checkout(folder: Path, rights: int, time: float) -> Path:
    """A copy of this checkout as somebody would have it at another place, with other times and other rights."""
    folder.mkdir(parents=True)
    ignored = shutil.ignore_patterns("__pycache__", "*.pyc", ".hypothesis")
    for name in PARTS:
        shutil.copytree(ROOT / name, folder / name, ignore=ignored, copy_function=shutil.copyfile)
    for name in FILES:
        shutil.copyfile(ROOT / name, folder / name)
    for path in folder.rglob("*"):
        path.chmod(rights | (0o100 if path.is_dir() else 0))
        os.utime(path, (time, time))
    return folder


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Two copies of this checkout."""
    folder = tmp_path_factory.mktemp("builds")
    return checkout(folder / "a", 0o640, 1.7e9), checkout(folder / "elsewhere" / "b", 0o644, 1.8e9)


@pytest.fixture(scope="module")
def wheel(places: tuple[Path, Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built("wheel", places[0], tmp_path_factory.mktemp("wheel") / "out")


@pytest.fixture(scope="module")
def sdist(places: tuple[Path, Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built("sdist", places[0], tmp_path_factory.mktemp("sdist") / "out")


def test_two_builds_of_the_wheel_are_the_same(wheel: Path, places: tuple[Path, Path], tmp_path: Path) -> None:
    other = built("wheel", places[1], tmp_path / "out", TZ="Asia/Urumqi", LC_ALL="C", PYTHONHASHSEED="7")
    assert other.name == wheel.name
    assert other.read_bytes() == wheel.read_bytes()


def test_two_builds_of_the_sdist_are_the_same(sdist: Path, places: tuple[Path, Path], tmp_path: Path) -> None:
    other = built("sdist", places[1], tmp_path / "out", TZ="Asia/Urumqi", LC_ALL="C", PYTHONHASHSEED="7")
    assert other.name == sdist.name
    assert other.read_bytes() == sdist.read_bytes()


def test_the_sdist_builds_the_same_wheel(wheel: Path, sdist: Path, tmp_path: Path) -> None:
    with tarfile.open(sdist) as file:
        file.extraction_filter = getattr(tarfile, "data_filter", None)  # the first of Python 3.11 have none
        file.extractall(tmp_path)
    unpacked = tmp_path / sdist.name.removesuffix(".tar.gz")
    assert built("wheel", unpacked, tmp_path / "out").read_bytes() == wheel.read_bytes()


def test_the_wheel_holds_the_program_and_its_package_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as file:
        names = file.namelist()
    needless = [name for name in names if not any(re.fullmatch(pattern, name) for pattern in NEEDED)]
    assert needless == []
    modules = {path.relative_to(ROOT).as_posix() for path in (ROOT / "hrss_tui").rglob("*.py")}
    assert modules <= set(names)
    assert {"hrss_tui/py.typed", "hrss_tui/data/hrss-xinjiang.msgpack"} <= set(names)


def test_the_sdist_holds_what_its_tests_need(sdist: Path) -> None:
    with tarfile.open(sdist) as file:
        names = {name.partition("/")[2] for name in file.getnames()}
    assert {
        "pyproject.toml",
        "tests/conftest.py",
        "seeds/manifest.toml",
        ".ci/run",
        ".ci/locks/dev.txt",
    } <= names
    assert not [name for name in names if name.startswith((".git/", "dist/")) or "__pycache__" in name]
