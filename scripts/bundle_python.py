"""A folder that runs where no Python is: an interpreter without what the program never asks for, and the program in it.

The interpreter is the one this runs with, of Linux: its own libraries, and those of the system that every C library
lacks (compression, SQLite, libffi). Left out are the parts that need libraries under licences that bind what is passed on
with them (readline), and what a program without a network and windows has no use for (OpenSSL, Tk).
"""

from __future__ import annotations

import hashlib
import re
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterable, Iterator
from pathlib import Path

LAUNCHER = """\
#!/bin/sh
# hrss-tui with the Python beside it. Nothing of this machine's Python, nothing of its environment is used.
place=$0
while [ -L "$place" ]; do
  link=$(readlink "$place")
  case $link in /*) place=$link ;; *) place=$(dirname "$place")/$link ;; esac
done
home=$(cd "$(dirname "$place")" && pwd)
exec "$home/python/bin/run" -m hrss_tui "$@"
"""
RUN = """\
#!/bin/sh
# The interpreter with the libraries beside it; `sitecustomize` gives what it starts the libraries of the system again.
here=$(cd "$(dirname "$0")/.." && pwd)
HRSS_TUI_LIBRARIES=${{LD_LIBRARY_PATH-}} LD_LIBRARY_PATH=$here/lib exec "$here/bin/{name}" -I "$@"
"""
CUSTOMISE = """\
# Programs that this one starts are of the system: they get the libraries of the system. Interpreters are started by `run`.
import os
import sys

before = os.environ.pop("HRSS_TUI_LIBRARIES", "")
os.environ.pop("LD_LIBRARY_PATH", None)
if before:
    os.environ["LD_LIBRARY_PATH"] = before
sys.executable = os.path.join(sys.prefix, "bin", "run")
"""

UNWANTED = frozenset(
    {
        "test", "tests", "idlelib", "tkinter", "turtledemo", "turtle.py", "ensurepip", "lib2to3", "distutils", "venv",
        "site-packages", "__pycache__", "pydoc_data", "lib-dynload", "antigravity.py", "this.py",
    }
)  # fmt: skip
"""Parts of the standard library that the program never asks for."""
EXTENSIONS_UNWANTED = re.compile(
    r"(?:_tkinter|readline|_curses|_curses_panel|_crypt|nis|_gdbm|_dbm|_ssl|_hashlib|_uuid|_test\w*|_xxtestfuzz|xx\w*|"
    r"ossaudiodev|spwd|_ctypes_test)\."
)
OF_EVERY_SYSTEM = re.compile(r"(?:ld-linux.*|lib(?:c|m|dl|rt|pthread|util|gcc_s|stdc\+\+))\.so")
"""The C library itself, which whoever runs Linux has; a bundle asks for one as new as this machine's, or newer."""


def runtime(folder: Path) -> None:
    """Fill an empty folder with the interpreter: `bin`, `lib`, its licence and where each file is from."""
    version = f"python{sys.version_info[0]}.{sys.version_info[1]}"
    program = Path(sys.executable).resolve()
    library = Path(sysconfig.get_path("stdlib"))
    own = folder / "lib" / version
    _copied(library, own)
    (own / "lib-dynload").mkdir()
    for path in _extensions():
        shutil.copyfile(path, own / "lib-dynload" / path.name)
    (folder / "bin").mkdir()
    shutil.copyfile(program, folder / "bin" / version)
    foreign = sorted(set(_needed([program, *(own / "lib-dynload").glob("*.so")])))
    for path in foreign:
        shutil.copyfile(path, folder / "lib" / path.name)
    _strip([folder / "bin" / version, *folder.rglob("*.so*")])
    (folder / "bin" / "run").write_text(RUN.format(name=version), "utf-8")
    for name in (version, "run"):
        (folder / "bin" / name).chmod(0o755)
    site = own / "site-packages"
    site.mkdir()
    (site / "sitecustomize.py").write_text(CUSTOMISE, "utf-8")
    (folder / "LICENSE.txt").write_bytes(_licence(library))
    (folder / "SOURCES.txt").write_text(_sources([program, *foreign]), "utf-8")


def _extensions() -> list[Path]:
    """The compiled modules of the interpreter itself, not of the environment that this may run in."""
    place = sysconfig.get_path("platstdlib", vars={"platbase": sys.base_exec_prefix})
    found = sorted((Path(place) / "lib-dynload").glob("*.so"))
    return [path for path in found if not EXTENSIONS_UNWANTED.match(path.name)]


def _copied(library: Path, own: Path) -> None:
    """The standard library without what nobody asks for."""

    def unwanted(folder: str, names: list[str]) -> set[str]:
        return {
            name for name in names if name in UNWANTED or name.startswith("config-") or name.endswith(".pyc")
        }

    shutil.copytree(library, own, ignore=unwanted)


def _needed(files: Iterable[Path]) -> Iterator[Path]:
    """The shared libraries of these files that not every system has."""
    for path in files:
        told = subprocess.run(["ldd", path], capture_output=True, text=True, check=True).stdout
        for found in re.findall(r"=> (/\S+)", told):
            if not OF_EVERY_SYSTEM.match(Path(found).name):
                yield Path(found)


def _strip(files: Iterable[Path]) -> None:
    """Without what only a debugger reads, three quarters of an interpreter built from source; as they are where no `strip` is."""
    program = shutil.which("strip")
    if program:
        subprocess.run([program, "--strip-unneeded", *files], check=True)


def _licence(library: Path) -> bytes:
    """The licence of the interpreter, wherever this one keeps it."""
    known = (
        library / "LICENSE.txt",
        Path("/usr/share/doc") / f"python{sys.version_info[0]}.{sys.version_info[1]}" / "copyright",
    )
    return next(path.read_bytes() for path in known if path.is_file())


def _sources(files: Iterable[Path]) -> str:
    """What was taken from this machine, by hash."""
    lines = (f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in files)
    return (
        f"CPython {sys.version.split()[0]} as installed where this was made, before it was stripped\n"
        + "".join(lines)
    )


def compiled(folder: Path) -> None:
    """Compile all modules beside themselves, bound to no time: the folder may be moved, and be read-only."""
    command = [sys.executable, "-m", "compileall", "-q", "-j", "0", "--invalidation-mode", "unchecked-hash"]
    subprocess.run([*command, "-s", folder, folder / "lib"], check=True)
