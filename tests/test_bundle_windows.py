"""A bundle for Windows with Python: made of an invented embeddable zip, which must be the one that is locked.

Nothing here runs on Windows: what is proved is what stands in the folder and where.
"""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from pathlib import Path

import pytest

from hrss_tui.words import LANGUAGES, Lang
from scripts import bundle_offline
from scripts.bundle_offline import archive, windows
from scripts.bundle_windows import Locked, UnfitPythonError, embeddable, locked, unpacked, whole
from tests.conftest import ROOT
from tests.test_bundle import fake_wheel

NAME = "python-3.13.9-embed-amd64.zip"
MEMBERS = {
    "python.exe": b"MZ invented",
    "python313.dll": b"MZ",
    "python313.zip": b"PK",
    "python313._pth": b"python313.zip\r\n.\r\n",
    "_sqlite3.pyd": b"MZ",
    "LICENSE.txt": b"the licence of the interpreter",
}


def zipped(path: Path, members: dict[str, bytes], kind: str = "sha256") -> tuple[Path, dict[str, Locked]]:
    """An archive of these files and a lock that holds it under the version of its name."""
    with zipfile.ZipFile(path, "w") as file:
        for name, data in members.items():
            file.writestr(zipfile.ZipInfo(name), data)
    return path, lock(path, kind)


def lock(path: Path, kind: str = "sha256") -> dict[str, Locked]:
    digest = hashlib.new(kind, path.read_bytes()).hexdigest()
    return {path.name.split("-")[1]: Locked(f"{kind}:{digest}", ("somebody/something@0:a.py",))}


def wheel(folder: Path, name: str, members: dict[str, bytes]) -> Path:
    path = fake_wheel(folder, name)
    with zipfile.ZipFile(path, "a") as file:
        for member, data in members.items():
            file.writestr(zipfile.ZipInfo(member), data)
    return path


def test_the_folder_holds_interpreter_libraries_and_launcher(tmp_path: Path) -> None:
    python = embeddable(*zipped(tmp_path / NAME, MEMBERS, "sha512"))
    wheels = tmp_path / "wheels"
    wheels.mkdir()
    wheel(wheels, "some_thing", {"some_thing/__init__.py": b"1", "some_thing-1.0.data/scripts/x": b"#!"})
    files = windows(wheels, python)
    assert (python.version, python.series) == ("3.13.9", "3.13")
    assert files["python/python.exe"] == MEMBERS["python.exe"]
    assert files["python/Lib/site-packages/some_thing/__init__.py"] == b"1"
    assert files["python/python313._pth"].split() == [b"python313.zip", b".", b"Lib/site-packages"]
    assert files["hrss-tui.cmd"] == b'@"%~dp0python\\python.exe" -m hrss_tui %*\r\n'
    assert {"LICENCES.txt", "README.md", "SHA256SUMS", "datapack/hrss-xinjiang.msgpack"} <= files.keys()
    assert not [name for name in files if ".data/" in name or name.startswith(("wheels/", "install"))]
    source = files["python/SOURCES.txt"].decode()
    assert python.hash in source
    assert python.hash.startswith("sha512:")
    assert f"python.org/ftp/python/3.13.9/{NAME}" in source
    with zipfile.ZipFile(io.BytesIO(archive("bundle", files, windows=True))) as file:
        assert "bundle/hrss-tui.cmd" in file.namelist()
        assert file.testzip() is None


def test_libraries_of_a_wheel_are_taken_wherever_it_keeps_them(tmp_path: Path) -> None:
    path = wheel(
        tmp_path,
        "a",
        {
            "a.py": b"a",
            "a-1.0.data/platlib/b.pyd": b"b",
            "a-1.0.data/purelib/c/d.py": b"d",
            "a-1.0.data/data/share/x": b"x",
        },
    )
    held = dict(unpacked(path))
    assert {name for name in held if ".dist-info/" not in name} == {"a.py", "b.pyd", "c/d.py"}


def test_a_file_that_is_another_is_not_taken(tmp_path: Path) -> None:
    path, right = zipped(tmp_path / NAME, MEMBERS)
    assert embeddable(path, right).hash == right["3.13.9"].hash
    with pytest.raises(UnfitPythonError, match=f"{right['3.13.9'].hash}, not sha256:{'0' * 64}"):
        embeddable(path, {"3.13.9": Locked(f"sha256:{'0' * 64}", ())})
    with pytest.raises(UnfitPythonError, match=r"is needed, of 3\.11"):
        embeddable(path, locked())


def test_what_is_locked_is_of_every_version_that_is_supported_and_says_where_it_was_read() -> None:
    held = locked()
    assert {version.rpartition(".")[0] for version in held} == set(bundle_offline.PYTHONS)
    for one in held.values():
        kind, _, digest = one.hash.partition(":")
        assert len(bytes.fromhex(digest)) == hashlib.new(kind).digest_size >= 32
        assert all(re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40}:\S+", place) for place in one.pinned)
        assert one.pinned


@pytest.mark.parametrize(
    ("name", "lacking", "said"),
    [
        ("python-3.13-embed-amd64.zip", "", "is needed, of 3.13"),
        ("python-3.13.9-amd64.exe", "", "embed-amd64"),
        (NAME, "python.exe", "python.exe is not in it"),
        (NAME, "python313.dll", "python313.dll is not in it"),
        ("python-3.14.0-embed-amd64.zip", "", "python314.dll, python314.zip, python314._pth is not in it"),
    ],
)
def test_what_is_no_embeddable_python_is_refused(name: str, lacking: str, said: str, tmp_path: Path) -> None:
    members = {member: data for member, data in MEMBERS.items() if member != lacking}
    with pytest.raises(UnfitPythonError, match=said):
        embeddable(*zipped(tmp_path / name, members))


def test_what_is_no_zip_and_a_path_that_leaves_the_folder_are_refused(tmp_path: Path) -> None:
    path = tmp_path / NAME
    path.write_bytes(b"no zip")
    with pytest.raises(UnfitPythonError, match="no zip"):
        embeddable(path, lock(path))
    for bad in ("../x.py", "/x.py", "a\\..\\x.py", "C:/x.py"):
        python = embeddable(*zipped(path, {**MEMBERS, bad: b"x"}))
        with pytest.raises(UnfitPythonError, match="stay in the folder"):
            whole(python, [])


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--windows-python", NAME, "--python", "3.13"], "stands alone"),
        (["linux-x86_64", "--windows-python", NAME], "stands alone"),
        (["--windows-python", NAME, "--with-python"], "stands alone"),
        (["--windows-python", NAME], NAME),
        (["--windows-python", "python-3.13.1-embed-amd64.zip"], "No such file"),
        (["linux-x86_64", "--with-python"], "--with-python is for"),
        (["amiga"], "no such platform"),
    ],
)
def test_what_does_not_go_together_is_refused_before_anything_is_made(
    arguments: list[str],
    said: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert bundle_offline.main([*arguments, "-o", "dist"]) == 2
    assert said in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_howto_names_the_versions_that_are_locked(lang: Lang) -> None:
    text = (ROOT / "hrss_tui" / "docs" / lang / "howto.md").read_text("utf-8")
    (named,) = re.findall(r"`\.ci/locks/windows-python\.toml`[（ (]+([\d., 、]+)[)）]", text)
    assert re.split(r", |、", named) == list(locked())
    (given,) = re.findall(r"--windows-python python-([\d.]+)-embed", text)
    assert given in locked()
