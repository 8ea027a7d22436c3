"""The offline bundle: deterministic, complete, and usable by somebody who has nothing else.

The second half needs bundles: `HRSS_TUI_BUNDLES` names the folder that `scripts/bundle_offline.py` filled for this
platform (.ci/run does). They are installed without a network and without HOME, and used read-only by a user who may
write nowhere but in one folder.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from scripts.bundle_offline import Options, archive, contents, requirements, targets
from scripts.licences import LicenceError
from scripts.locks import pins

BUNDLES = os.environ.get("HRSS_TUI_BUNDLES", "")
ARCHIVES = sorted(Path(BUNDLES).glob("hrss-tui-*-linux-*.tar.gz")) if BUNDLES else []
LINUX = targets("2.28")["linux-x86_64"]


def fake_wheel(folder: Path, name: str, licence: str = "MIT") -> Path:
    path = folder / f"{name}-1.0-py3-none-any.whl"
    about = f"Metadata-Version: 2.4\nName: {name}\nVersion: 1.0\nLicense-Expression: {licence}\n"
    with zipfile.ZipFile(path, "w") as file:
        info = zipfile.ZipInfo(f"{name}-1.0.dist-info/METADATA", (1980, 1, 1, 0, 0, 0))
        file.writestr(info, about)
    return path


def options(smallest: bool = False, old_cpu: bool = False) -> Options:
    return Options(("3.11",), smallest, old_cpu, Path())


def test_what_is_needed_is_what_the_lock_says() -> None:
    whole, smallest, old = map(requirements, (options(), options(smallest=True), options(old_cpu=True)))
    assert {"textual", "msgspec", "polars", "polars-runtime-32", "xlsxwriter", "google-re2"} <= whole.keys()
    assert "polars-runtime-compat" not in whole
    assert whole.keys() - smallest.keys() == {"polars", "polars-runtime-32", "xlsxwriter"}
    assert whole.keys() ^ old.keys() == {"polars-runtime-32", "polars-runtime-compat"}
    assert whole["msgspec"].startswith(f"msgspec=={pins('bundle')['msgspec'].version} --hash=sha256:")


def test_what_may_not_be_passed_on_is_in_no_bundle(tmp_path: Path) -> None:
    fake_wheel(tmp_path, "strange", licence="AGPL-3.0-only")
    with pytest.raises(LicenceError, match=r"strange 1\.0: AGPL"):
        contents(tmp_path, LINUX)


@pytest.mark.parametrize("windows", [False, True])
def test_an_archive_is_the_same_at_any_time(
    windows: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake_wheel(tmp_path, "a")
    files = contents(tmp_path, LINUX._replace(windows=windows))
    first = archive("bundle", files, windows)
    monkeypatch.setattr("time.time", lambda: 2_000_000_000.0)
    assert archive("bundle", contents(tmp_path, LINUX._replace(windows=windows)), windows) == first


def test_a_bundle_holds_package_licences_script_and_checksums_of_all(tmp_path: Path) -> None:
    fake_wheel(tmp_path, "some_thing")
    files = contents(tmp_path, LINUX)
    assert {"install.sh", "LICENSE", "LICENCES.txt", "README.md", "datapack/hrss-xinjiang.msgpack"} <= set(
        files
    )
    assert files["LICENCES.txt"] == b"some_thing 1.0: MIT\n"
    assert files["requirements.txt"].startswith(b"some-thing==1.0 --hash=sha256:")
    listed = dict(line.split("  ")[::-1] for line in files["SHA256SUMS"].decode().splitlines())
    assert listed == {
        name: hashlib.sha256(data).hexdigest() for name, data in files.items() if name != "SHA256SUMS"
    }
    assert "--no-index" in files["install.sh"].decode()


def test_nothing_is_installed_by_halves_and_an_old_python_is_said(tmp_path: Path) -> None:
    """The script is run with a Python that is too old, with one without venv, and with wheels that do not fit."""
    fake_wheel(tmp_path, "a")
    files = contents(tmp_path, LINUX)
    (tmp_path / "install.sh").write_bytes(files["install.sh"])
    (tmp_path / "requirements.txt").write_text(f"nothing==1.0 --hash=sha256:{'0' * 64}\n", "utf-8")
    (tmp_path / "bin").mkdir()
    python = tmp_path / "bin" / "python3"
    place = tmp_path / "place"

    def run(script: str) -> subprocess.CompletedProcess[str]:
        python.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
        python.chmod(0o755)
        return subprocess.run(
            ["sh", tmp_path / "install.sh", place],
            env={"PATH": f"{python.parent}:/usr/bin:/bin"},
            capture_output=True,
            text=True,
            check=False,
        )

    old = run('case "$*" in *version_info*) exit 1 ;; --version) echo Python 3.9.2 ;; esac')
    bare = run('case "$*" in *ensurepip*) exit 1 ;; esac')
    unfit = run(f'exec {sys.executable} "$@"')
    assert [done.returncode for done in (old, bare, unfit)] == [1, 1, 1]
    assert "3.9.2" in old.stderr
    assert "ensurepip" in bare.stderr
    assert "nothing was installed" in unfit.stderr
    assert not place.exists()
    place.mkdir()
    assert "exists" in run(f'exec {sys.executable} "$@"').stderr
    assert place.is_dir()


class Installed:
    """A bundle installed the way its user would, and the means to run the program as nobody in particular."""

    def __init__(self, bundle: Path, folder: Path) -> None:
        self.folder = folder
        with tarfile.open(bundle) as file:
            file.extraction_filter = getattr(
                tarfile, "data_filter", None
            )  # the first of Python 3.11 have none
            file.extractall(folder)
        (self.unpacked,) = folder.iterdir()
        self.writable = folder / "writable"
        self.writable.mkdir()
        self.writable.chmod(0o777)
        self.environment = {
            "PATH": f"{Path(sys.executable).parent}:/usr/bin:/bin",
            "LANG": "C.UTF-8",
            "TERM": "xterm-256color",
        }
        self.ready = (self.unpacked / "python").is_dir()
        self.program = self.unpacked / "hrss-tui" if self.ready else folder / "place" / "bin" / "hrss-tui"

    def install(self) -> subprocess.CompletedProcess[str]:
        """The first of the two commands; with a Python of its own there is nothing to install, it is only moved."""
        if self.ready:
            self.unpacked = self.unpacked.rename(self.unpacked.with_name(f"moved {self.unpacked.name}"))
            self.program = self.folder / "link"
            self.program.symlink_to(self.unpacked / "hrss-tui")
            return self.run(["true"], alone=[])
        command = ["sh", str(self.unpacked / "install.sh"), str(self.folder / "place")]
        return self.run(command, alone=self.without_network())

    def lock(self) -> None:
        """Take away every right to write."""
        for path in self.folder.rglob("*"):
            if path != self.writable and not path.is_symlink():
                path.chmod(path.stat().st_mode & ~0o222)

    def without_network(self) -> list[str]:
        """A prefix that cuts off the network, where this user may."""
        prefix = ["unshare", "--net"]
        may = (
            shutil.which("unshare")
            and subprocess.run([*prefix, "true"], capture_output=True, check=False).returncode == 0
        )
        return prefix if may else []

    def as_nobody(self) -> list[str]:
        """A prefix that gives up root, and the network where possible."""
        drop = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
        return self.without_network() + (drop if os.geteuid() == 0 and shutil.which("setpriv") else [])

    def run(self, command: list[str], alone: list[str]) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*alone, *command], cwd="/", env=self.environment, capture_output=True, text=True, check=False,
            stdin=subprocess.DEVNULL, timeout=300,
        )  # fmt: skip

    def __call__(self, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
        return self.run([str(self.program), *map(str, arguments)], self.as_nobody())


@pytest.fixture(scope="module", params=ARCHIVES, ids=lambda path: path.name)
def installed(request: pytest.FixtureRequest) -> Iterator[Installed]:
    folder = Path(tempfile.mkdtemp(prefix="hrss-bundle-"))
    folder.chmod(0o755)
    bundle = Installed(request.param, folder)
    done = bundle.install()
    assert done.returncode == 0, done.stderr
    bundle.lock()
    yield bundle
    for path in folder.rglob("*"):
        if path.is_dir() and not path.is_symlink():
            path.chmod(0o755)
    shutil.rmtree(folder)


def test_the_checksums_hold(installed: Installed) -> None:
    done = subprocess.run(
        ["sha256sum", "--check", "--quiet", "SHA256SUMS"], cwd=installed.unpacked, check=False
    )
    assert done.returncode == 0


def test_reading_commands_answer(installed: Installed) -> None:
    assert installed("info").returncode == 0
    assert installed("verify").returncode == 0
    assert "20801" in installed("budget", "208").stdout
    assert "喀什" in installed("compare", "喀什", "和田").stdout
    assert installed("cite", "budget-2026").stdout.startswith("自治区人力资源和社会保障厅. ")
    assert installed("show", "plan-2021:20").returncode == 0


def test_plain_exports_work_everywhere_and_the_others_say_what_they_need(installed: Installed) -> None:
    for name in ("csv", "jsonl", "sqlite", "datapackage"):
        done = installed("export", "--format", name, "-o", installed.writable / name)
        assert done.returncode == 0, done.stderr
    smallest = "smallest" in installed.unpacked.name
    for name, library in (("parquet", "polars"), ("xlsx", "xlsx")):
        done = installed("export", "--format", name, "-o", installed.writable / name)
        assert done.returncode == (2 if smallest else 0), done.stderr
        assert not smallest or library in done.stderr


def test_a_pdf_becomes_a_package(installed: Installed, tmp_path: Path) -> None:
    pytest.importorskip("reportlab")
    from tests.documents.formats import chosen
    from tests.documents.library import documents

    if not installed.ready:
        again = "import subprocess, sys; subprocess.run([sys.executable, '-c', ''], check=True)"
        python = [*installed.as_nobody(), str(installed.folder / "place" / "bin" / "python"), "-c", again]
        if installed.run(python, []).returncode:
            pytest.skip("nobody may not start the interpreter of this machine, which is in a closed folder")
    (paper,) = chosen("pdf")
    made = next(each for each in documents() if each.id == "xj-labour-2020-budget")
    source = installed.writable / "budget.pdf"
    source.write_bytes(paper.render(made))
    source.chmod(0o644)
    done = installed("build", source, "-o", installed.writable / "mine.msgpack")
    assert done.returncode == 0, done.stderr
    assert "2080101" in installed("--pack", installed.writable / "mine.msgpack", "budget", "20801").stdout


ALONE = (
    "libc.so.6",
    "libm.so.6",
    "libdl.so.2",
    "libpthread.so.0",
    "librt.so.1",
    "libutil.so.1",
    "libgcc_s.so.1",
)


def test_it_runs_where_no_python_is(installed: Installed) -> None:
    """In a root of its own, with a shell, the C library and nothing else: no Python, no /proc, no network."""
    if not installed.ready or os.geteuid() != 0 or not shutil.which("chroot"):
        pytest.skip("a bundle with Python, and the right to change the root, are needed")
    root = installed.folder / "root"
    for name in ("bin", "usr/bin", "lib64", "lib/x86_64-linux-gnu", "bundle"):
        (root / name).mkdir(parents=True)
    shutil.copy(str(shutil.which("dash") or shutil.which("sh")), root / "bin" / "sh")
    for name in ("dirname", "readlink"):
        shutil.copy(str(shutil.which(name)), root / "usr" / "bin")
    loader = Path("/lib64/ld-linux-x86-64.so.2")
    found = [Path("/lib/x86_64-linux-gnu") / name for name in ALONE]
    if not loader.is_file() or not all(path.is_file() for path in found):
        pytest.skip("the C library is elsewhere here")
    shutil.copy(loader, root / "lib64")
    for path in found:
        shutil.copy(path, root / "lib" / "x86_64-linux-gnu")
    shutil.copytree(installed.unpacked, root / "bundle", dirs_exist_ok=True)
    done = installed.run(
        [str(shutil.which("chroot")), str(root), "/bundle/hrss-tui", "budget", "208"],
        installed.without_network(),
    )
    assert done.returncode == 0, done.stderr
    assert "20801" in done.stdout


def test_an_export_into_the_installation_is_refused_in_one_line(installed: Installed) -> None:
    if os.geteuid() == 0 and not installed.as_nobody():
        pytest.skip("root may write everywhere")
    done = installed("export", "glossary", "-o", installed.unpacked / "x.csv")
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)


def test_the_explorer_opens_and_quits(installed: Installed) -> None:
    pexpect = pytest.importorskip("pexpect")
    command = [*installed.as_nobody(), str(installed.program)]
    child = pexpect.spawn(
        command[0],
        command[1:],
        env=installed.environment,
        cwd="/",
        dimensions=(24, 80),
        timeout=60,
        encoding="utf-8",
    )
    child.expect("概览|数据包")
    child.send("q")
    child.expect(pexpect.EOF)
    child.close()
    assert (child.exitstatus, child.signalstatus) == (0, None)
