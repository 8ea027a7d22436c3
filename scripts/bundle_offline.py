"""Pack everything that a machine without a network needs into one archive per platform.

    python scripts/bundle_offline.py [PLATFORM …] [--python 3.11 …] [--smallest] [--old-cpu] [--glibc 2.17] [-o DIR]
    python scripts/bundle_offline.py --with-python [--smallest] [-o DIR]
    python scripts/bundle_offline.py --windows-python python-X.Y.Z-embed-amd64.zip [--smallest] [-o DIR]

An archive holds the wheels of the program and of all it needs, the data package with its description, the licences,
SHA256SUMS and an install script that uses no index. Without PLATFORM it is made for this machine. --with-python puts the
interpreter that this runs with beside them instead, for Linux machines like this one that have none (`bundle_python`);
--windows-python does so for Windows with a zip of python.org of a version that is locked with its hash (`bundle_windows`). Versions and hashes are those of .ci/locks/bundle.txt; a distribution whose licence is unknown or unfit stops it.
--smallest leaves out polars and XlsxWriter: everything but the Parquet and XLSX exports works without them.
--old-cpu takes the polars runtime for processors without AVX2. The same wheels always give the same archive.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import platform
import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from email.message import Message
from email.parser import HeaderParser
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from hrss_tui.pack.compressed import compressed  # noqa: E402
from scripts import bundle_python, bundle_windows  # noqa: E402
from scripts.licences import LicenceError, licence_of  # noqa: E402
from scripts.locks import LOCKS, pins  # noqa: E402

PROGRAM = "hrss-tui"
PYTHONS = ("3.11", "3.12", "3.13", "3.14")
SHIPPED = (
    "hrss-xinjiang.msgpack", "datapackage.json", "schema.json", "answers.schema.json", "FORMAT.md", "FORMAT.zh.md",
    "CHANGELOG.md", "LICENCE.md",
)  # fmt: skip
HEAVY = ("polars", "polars-runtime-32", "polars-runtime-compat", "xlsxwriter")
RUNTIMES = ("polars-runtime-32", "polars-runtime-compat")
"""Polars for today's processors, and for those without AVX2."""
OPTIONAL = "google-re2"
"""Without it regular expressions are refused and everything else works."""
_EPOCH = (1980, 1, 1, 0, 0, 0)

POSIX_SCRIPT = """\
#!/bin/sh
# sh install.sh [FOLDER]: the program in a virtual environment of its own, without a network. All or nothing.
folder=${1:-hrss-tui}
here=$(cd "$(dirname "$0")" && pwd)
command -v python3 >/dev/null || { echo "python3 is not here: take the bundle with Python" >&2; exit 1; }
python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed; $(python3 --version) is here" >&2; exit 1; }
python3 -c 'import ensurepip, venv' 2>/dev/null || { echo "this Python lacks venv and ensurepip (Debian: apt install python3-venv)" >&2; exit 1; }
[ ! -e "$folder" ] || { echo "$folder exists: name a folder that does not" >&2; exit 1; }
python3 -m venv "$folder" &&
  "$folder/bin/python" -m pip --isolated install --quiet --no-cache-dir --disable-pip-version-check --no-index --no-deps --require-hashes --find-links "$here/wheels" --requirement "$here/requirements.txt" ||
  { rm -rf "$folder"; echo "nothing was installed" >&2; exit 1; }
"""
WINDOWS_SCRIPT = """\
@py -3 -c "import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))" || (echo Python 3.11 or newer with venv is needed & exit /b 1)
@if exist hrss-tui (echo hrss-tui exists here already & exit /b 1)
@py -3 -m venv hrss-tui && ^
hrss-tui\\Scripts\\python -m pip --isolated install --quiet --no-cache-dir --disable-pip-version-check --no-index --no-deps --require-hashes --find-links "%~dp0wheels" --requirement "%~dp0requirements.txt" ^
|| (rmdir /s /q hrss-tui & exit /b 1)
"""


class Target(NamedTuple):
    """A platform: its name, the tags of wheels that it takes, whether it is Windows."""

    name: str
    tags: tuple[str, ...]
    windows: bool = False


class Options(NamedTuple):
    """What kind of bundle is made."""

    pythons: tuple[str, ...]
    smallest: bool
    old_cpu: bool
    folder: Path
    with_python: bool = False
    embeddable: bundle_windows.Embeddable | None = None


def targets(glibc: str) -> dict[str, Target]:
    """The platforms a bundle can be made for, Linux with a C library of at most that version."""
    most = int(glibc.partition(".")[2])

    def linux(machine: str) -> Target:
        levels = [f"manylinux_2_{minor}_{machine}" for minor in range(most, 4, -1)]
        return Target(f"linux-{machine}", (*levels, f"manylinux2014_{machine}"))

    def mac(machine: str) -> Target:
        names = (machine, "universal2")
        tags = [f"macosx_{version}_0_{name}" for version in range(15, 10, -1) for name in names]
        older = [f"macosx_10_{minor}_{name}" for minor in range(16, 8, -1) for name in names]
        return Target(f"macos-{machine}", tuple(tags + older))

    known = [
        linux("x86_64"),
        linux("aarch64"),
        Target("windows-amd64", ("win_amd64",), windows=True),
        mac("arm64"),
        mac("x86_64"),
    ]
    return {target.name: target for target in known}


def this_platform() -> str:
    """The name of the platform this runs on."""
    system = {"Linux": "linux", "Darwin": "macos", "Windows": "windows"}.get(platform.system(), "")
    return f"{system}-{platform.machine()}".lower()


def main(arguments: Sequence[str] | None = None) -> int:
    """Make the archives asked for and print their sizes and checksums."""
    asked = _arguments(arguments)
    known = targets(asked.glibc)
    try:
        options = _options(asked, known)
    except (ValueError, OSError) as error:
        print(error, file=sys.stderr)
        return 2
    names = asked.platforms or ["windows-amd64" if options.embeddable else this_platform()]
    options.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as work:
        own = own_wheel(Path(work) / "own")
        try:
            for name in names:
                _bundle(known[name], own, options, Path(work) / name)
        except subprocess.CalledProcessError as error:
            print(f"pip could not fetch what is needed (exit status {error.returncode})", file=sys.stderr)
            return 1
        except LicenceError as error:
            print(f"not to be passed on: {error}", file=sys.stderr)
            return 1
    made = sorted(path for path in options.folder.iterdir() if path.name.startswith(f"{PROGRAM}-"))
    sums = "".join(f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in made)
    (options.folder / "SHA256SUMS").write_text(sums, "utf-8")
    return 0


def _options(asked: argparse.Namespace, known: Iterable[str]) -> Options:
    """What is asked for, with the Python of Windows read. Raises ValueError for what does not go together, and OSError."""
    unknown = [name for name in asked.platforms if name not in known]
    if unknown:
        raise ValueError(f"{unknown[0]}: no such platform; there are {', '.join(known)}")
    alone = not (asked.platforms or asked.python)
    if asked.with_python and not (alone and sys.platform.startswith("linux")):
        raise ValueError("--with-python is for the Linux machine and the Python it runs with")
    zipped = None
    if asked.windows_python:
        if not alone or asked.with_python:
            raise ValueError("--windows-python stands alone")
        zipped = bundle_windows.embeddable(asked.windows_python, bundle_windows.locked())
    here = f"{sys.version_info[0]}.{sys.version_info[1]}"
    pythons = (zipped.series,) if zipped else (here,) if asked.with_python else tuple(asked.python or PYTHONS)
    return Options(pythons, asked.smallest, asked.old_cpu, asked.output, asked.with_python, zipped)


def _arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("platforms", nargs="*", metavar="PLATFORM", help=", ".join(targets("2.28")))
    parser.add_argument(
        "--python", action="append", metavar="X.Y", help=f"versions of Python, {PYTHONS[0]} to {PYTHONS[-1]}"
    )
    parser.add_argument("--with-python", action="store_true", help="the interpreter this runs with too")
    parser.add_argument(
        "--windows-python", type=Path, metavar="FILE", help="the embeddable zip of python.org for Windows too"
    )
    parser.add_argument("--smallest", action="store_true", help="without polars and XlsxWriter")
    parser.add_argument("--old-cpu", action="store_true", help="polars for processors without AVX2")
    parser.add_argument("--glibc", default="2.28", metavar="2.N", help="newest C library of Linux to ask for")
    parser.add_argument("-o", "--output", type=Path, default=ROOT / "dist", metavar="DIR")
    return parser.parse_args(arguments)


def own_wheel(folder: Path) -> Path:
    """The wheel of the program, built from this checkout by what .ci/locks/build.txt locks."""
    subprocess.run([sys.executable, "-m", "venv", folder / "builder"], check=True)
    builder = folder / "builder" / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    _pip("install", "--require-hashes", "--requirement", LOCKS / "build.txt", python=builder)
    _pip("wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", folder, ROOT, python=builder)
    (wheel,) = folder.glob("*.whl")
    return wheel


def _pip(*arguments: str | Path, python: str | Path = sys.executable) -> None:
    quiet = ("--quiet", "--disable-pip-version-check")
    subprocess.run([python, "-m", "pip", *map(str, arguments), *quiet], check=True)


def _bundle(target: Target, own: Path, options: Options, work: Path) -> None:
    """Make one archive."""
    wheels = work / "wheels"
    wheels.mkdir(parents=True)
    (wheels / own.name).write_bytes(own.read_bytes())
    for python in options.pythons:
        _download(target, python, requirements(options), wheels)
    version = own.name.split("-")[1]
    kind = "-smallest" if options.smallest else "-old-cpu" if options.old_cpu else ""
    kind += "-with-python" if options.with_python or options.embeddable else ""
    name = f"{PROGRAM}-{version}-{target.name}{kind}"
    if options.embeddable:
        files = windows(wheels, options.embeddable)
    else:
        files = whole(wheels, work / "python") if options.with_python else contents(wheels, target)
    data = archive(name, files, target.windows)
    path = options.folder / (name + (".zip" if target.windows else ".tar.gz"))
    path.write_bytes(data)
    print(f"{path.name}: {len(data) / 2**20:.1f} MiB, {len(list(wheels.iterdir()))} wheels")


def _download(target: Target, python: str, needed: Mapping[str, str], wheels: Path) -> None:
    """Fetch what is needed; what only some commands need is left out where there is no wheel of it."""
    try:
        _fetch(target, python, needed.values(), wheels)
    except subprocess.CalledProcessError:
        _fetch(target, python, [line for name, line in needed.items() if name != OPTIONAL], wheels)
        print(f"{target.name}, Python {python}: no wheel of {OPTIONAL}, left out", file=sys.stderr)


def _fetch(target: Target, python: str, lines: Iterable[str], wheels: Path) -> None:
    locked = wheels.parent / f"needed-{python}.txt"
    locked.write_text("".join(f"{line}\n" for line in lines), "utf-8")
    checked = ("--no-deps", "--require-hashes", "--requirement", locked)
    _pip("download", *_tags(target, python), "--dest", wheels, *checked)


def _tags(target: Target, python: str) -> list[str]:
    abi = "cp" + python.replace(".", "")
    tags = [argument for tag in target.tags for argument in ("--platform", tag)]
    abis = [argument for name in (abi, "abi3", "none") for argument in ("--abi", name)]
    return ["--only-binary=:all:", *tags, "--python-version", python, "--implementation", "cp", *abis]


def requirements(options: Options) -> dict[str, str]:
    """Name → locked requirement with its hashes, of everything that the program needs."""
    unwanted = {RUNTIMES[0] if options.old_cpu else RUNTIMES[1], *(HEAVY if options.smallest else ())}
    return {name: pin.line() for name, pin in pins("bundle").items() if name not in unwanted}


def metadata(wheel: Path) -> Message:
    """The metadata of a wheel."""
    with zipfile.ZipFile(wheel) as file:
        name = next(name for name in file.namelist() if name.endswith(".dist-info/METADATA"))
        return HeaderParser().parsestr(file.read(name).decode())


def contents(wheels: Path, target: Target) -> dict[str, bytes]:
    """Path in the archive → bytes."""
    files = {f"wheels/{wheel.name}": wheel.read_bytes() for wheel in wheels.iterdir()}
    files["requirements.txt"] = requirements_text(wheels).encode()
    script = ("install.cmd", WINDOWS_SCRIPT) if target.windows else ("install.sh", POSIX_SCRIPT)
    files[script[0]] = script[1].encode()
    return _with_papers(files, wheels)


def whole(wheels: Path, folder: Path) -> dict[str, bytes]:
    """Path in the archive → bytes, of a bundle that needs no installing: interpreter, libraries, launcher."""
    bundle_python.runtime(folder)
    (site,) = (folder / "lib").glob("python*/site-packages")
    locked = folder.parent / "wheels.txt"
    locked.write_text(requirements_text(wheels), "utf-8")
    found = ("--no-index", "--no-deps", "--require-hashes", "--find-links", wheels, "--requirement", locked)
    _pip("install", "--no-compile", "--target", site, *found)
    shutil.rmtree(site / "bin", ignore_errors=True)
    bundle_python.compiled(folder)
    files = {
        f"python/{path.relative_to(folder)}": path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }
    files[PROGRAM] = bundle_python.LAUNCHER.encode()
    return _with_papers(files, wheels)


def windows(wheels: Path, python: bundle_windows.Embeddable) -> dict[str, bytes]:
    """Path in the archive → bytes, of a bundle for Windows that needs no installing."""
    return _with_papers(bundle_windows.whole(python, sorted(wheels.iterdir())), wheels)


def _with_papers(files: dict[str, bytes], wheels: Path) -> dict[str, bytes]:
    """With the data package, the licences, what is read first, and the checksums of all."""
    papers = {
        "LICENCES.txt": licences(wheels).encode(),
        "LICENSE": (ROOT / "LICENSE").read_bytes(),
        "README.md": (ROOT / "scripts" / "bundle_readme.md").read_bytes(),
        **{f"datapack/{name}": (ROOT / "datapack" / name).read_bytes() for name in SHIPPED},
    }
    every = {**files, **papers}
    sums = "".join(f"{hashlib.sha256(every[name]).hexdigest()}  {name}\n" for name in sorted(every))
    return {**every, "SHA256SUMS": sums.encode()}


def requirements_text(wheels: Path) -> str:
    """One line per distribution with its version and the hashes of its wheels."""
    found: dict[str, list[str]] = {}
    for wheel in sorted(wheels.iterdir()):
        name, version = wheel.name.split("-")[:2]
        digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
        found.setdefault(f"{name.replace('_', '-')}=={version}", []).append(f"--hash=sha256:{digest}")
    return "".join(" ".join((pinned, *hashes)) + "\n" for pinned, hashes in found.items())


def licences(wheels: Path) -> str:
    """What each distribution says of its licence. Raises LicenceError."""
    found = [metadata(wheel) for wheel in wheels.iterdir()]
    lines = {f"{about['Name']} {about['Version']}: {licence_of(about)}\n" for about in found}
    return "".join(sorted(lines, key=str.lower))


def archive(name: str, files: dict[str, bytes], windows: bool) -> bytes:
    """The files in one folder as a ZIP or tar.gz archive, without times or owners of this machine."""
    ordered = [(f"{name}/{path}", files[path]) for path in sorted(files)]
    return _zipped(ordered) if windows else _tarred(ordered)


def _zipped(files: Iterable[tuple[str, bytes]]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive_file:
        for path, data in files:
            info = zipfile.ZipInfo(path, _EPOCH)
            info.compress_type = zipfile.ZIP_STORED if path.endswith(".whl") else zipfile.ZIP_DEFLATED
            archive_file.writestr(info, data)
    return buffer.getvalue()


def _tarred(files: Iterable[tuple[str, bytes]]) -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w", format=tarfile.PAX_FORMAT) as archive_file:
        for path, data in files:
            info = tarfile.TarInfo(path)
            info.size, info.mode = len(data), 0o755 if _is_program(path) else 0o644
            archive_file.addfile(info, io.BytesIO(data))
    return compressed(buffer.getvalue())


def _is_program(path: str) -> bool:
    return path.endswith((".sh", f"/{PROGRAM}")) or "/python/bin/" in path


if __name__ == "__main__":
    sys.exit(main())
