"""What is installed is locked, known by its hashes, and may be passed on."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from email.message import Message
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from scripts import licences, locks
from scripts.licences import ALLOWED, LicenceError, licence_of
from scripts.locks import pins
from tests.conftest import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
EXTRAS = PROJECT["project"]["optional-dependencies"]
LOCKED = {
    "bundle": (),
    "full": ("xls", "cluster"),
    "dev": tuple(extra for extra in EXTRAS if extra != "ocr"),
}
"""Lock → the extras it covers."""


def needed(extras: tuple[str, ...]) -> Iterator[Requirement]:
    for text in (*PROJECT["project"]["dependencies"], *(line for extra in extras for line in EXTRAS[extra])):
        if not text.startswith("hrss-tui["):
            yield Requirement(text)


@pytest.mark.parametrize("lock", LOCKED)
def test_a_lock_covers_what_the_project_asks_for(lock: str) -> None:
    pinned = pins(lock)
    for requirement in needed(LOCKED[lock]):
        pin = pinned.get(canonicalize_name(requirement.name))
        assert pin is not None, f"{requirement} is not locked: run .ci/lock"
        assert requirement.specifier.contains(pin.version), (
            f"{requirement} against {pin.version}: run .ci/lock"
        )


def test_the_builder_is_locked() -> None:
    (builder,) = map(Requirement, PROJECT["build-system"]["requires"])
    assert builder.specifier.contains(pins("build")[builder.name].version)


def test_the_oldest_versions_that_are_allowed_are_locked_too() -> None:
    """.ci/run tries them: a bound that is too low is seen there."""
    pinned = pins("lowest")
    for requirement in needed(()):
        (bound,) = [part.version for part in requirement.specifier if part.operator in (">=", "==")]
        assert Version(pinned[canonicalize_name(requirement.name)].version) == Version(bound), requirement


@pytest.mark.parametrize("lock", [*LOCKED, "build", "audit", "publish", "lowest"])
def test_every_line_of_a_lock_is_pinned_with_hashes(lock: str) -> None:
    for pin in pins(lock).values():
        assert all(re.fullmatch(r"sha256:[0-9a-f]{64}", each) for each in pin.hashes), pin.name
    text = (locks.LOCKS / f"{lock}.txt").read_text("utf-8")
    assert not re.search(r"https?://|file:|@ ", text)


def test_all_locks_agree() -> None:
    dev = pins("dev")
    for lock in ("bundle", "full", "build"):
        for name, pin in pins(lock).items():
            assert name not in dev or dev[name].version == pin.version, name


def test_the_bundle_needs_no_markers() -> None:
    """A bundle is made for other platforms, and pip would take a marker as the platform's that it runs on."""
    assert [pin.name for pin in pins("bundle").values() if pin.marker] == []


def test_a_line_without_hash_or_version_is_no_pin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(locks, "LOCKS", tmp_path)
    for line in ("a==1\n", "a>=1 --hash=sha256:0\n", "-e .\n", "--index-url x\n"):
        (tmp_path / "x.txt").write_text(line, "utf-8")
        with pytest.raises(ValueError, match=re.escape(line.split()[0])):
            pins("x")


def listed() -> dict[str, tuple[str, str, bool]]:
    """Name → version, licence, whether the bundle holds it, by the page."""
    page = (ROOT / ".ci" / "licences.md").read_text("utf-8")
    rows = re.findall(r"^\| ([a-z0-9-]+) \| (\S+) \| (.+?) \| (✓?) +\|$", page, re.MULTILINE)
    return {name: (version, licence, bool(mark)) for name, version, licence, mark in rows}


def test_the_list_of_licences_is_that_of_the_lock() -> None:
    found, bundled = listed(), pins("bundle")
    assert {name: version for name, (version, _, _) in found.items()} == {
        pin.name: pin.version for pin in pins("full").values()
    }
    assert {name for name, (_, _, held) in found.items() if held} == set(bundled)


def test_every_licence_listed_may_be_passed_on() -> None:
    assert all(licences._may(licence) for _, licence, _ in listed().values())


def about(*lines: tuple[str, str]) -> Message:
    message = Message()
    for key, value in (("Name", "x"), ("Version", "1"), *lines):
        message[key] = value
    return message


@pytest.mark.parametrize(
    ("line", "licence"),
    [
        (("License-Expression", "MIT"), "MIT"),
        (("License-Expression", "Apache-2.0 OR GPL-3.0-only"), "Apache-2.0 OR GPL-3.0-only"),
        (("License", "Apache 2.0"), "Apache-2.0"),
        (("Classifier", "License :: OSI Approved :: BSD License"), "BSD"),
    ],
)
def test_a_licence_is_read_from_what_metadata_say(line: tuple[str, str], licence: str) -> None:
    assert licence_of(about(line)) == licence


@pytest.mark.parametrize(
    "lines",
    [
        (),
        (("License", "Permission is hereby granted to nobody in particular" * 20),),
        (("License-Expression", "GPL-3.0-or-later"),),
        (("License-Expression", "MIT AND AGPL-3.0-only"),),
        (
            ("License", "MIT"),
            ("Classifier", "License :: OSI Approved :: GNU General Public License v3 (GPLv3)"),
        ),
        (("License", "Proprietary"),),
    ],
)
def test_what_is_unknown_or_unfit_is_refused(lines: tuple[tuple[str, str], ...]) -> None:
    with pytest.raises(LicenceError, match="x 1"):
        licence_of(about(*lines))


def test_allowed_licences_bind_nobody_elses_code() -> None:
    assert not [name for name in ALLOWED if "GPL" in name]


def test_the_checks_and_the_tests_install_what_is_locked_and_nothing_else() -> None:
    run, readme = (ROOT / ".ci" / "run").read_text("utf-8"), (ROOT / "README.md").read_text("utf-8")
    (command,) = re.findall(r"<!-- test -->\n```bash\n(.+)\n```", readme)
    installs = [line for line in run.splitlines() if 'pip" install' in line]
    installs += [part for part in command.split(" && ") if "pip install" in part]
    assert len(installs) >= 7
    free = [
        line
        for line in installs
        if not re.search(r"--require-hashes .*\.ci/locks/[a-z]+\.txt|--no-deps ", line)
    ]
    assert free == []
