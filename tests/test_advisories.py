"""Known vulnerabilities are said loudly; that nobody could be asked is never taken for good news."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

from scripts import advisories
from scripts.advisories import ACCEPTED, answer, main

BAD = {"id": "PYSEC-2030-1", "aliases": ["CVE-2030-1"], "fix_versions": ["1.1"], "description": "…"}
CLEAN: dict[str, Any] = {"name": "b", "version": "2", "vulns": []}
SKIPPED = {"name": "c", "skip_reason": "Dependency not found on PyPI and could not be audited: c (1)"}


def said(*dependencies: dict[str, Any]) -> dict[str, Any]:
    return {"dependencies": list(dependencies), "fixes": []}


def test_a_finding_names_id_and_remedy() -> None:
    found = answer("dev", said({"name": "a", "version": "1", "vulns": [BAD]}, CLEAN), {})
    assert found.lines() == [
        "dev: 2 audited, 1 known vulnerabilities",
        "  VULNERABLE a 1: PYSEC-2030-1, mended in 1.1",
    ]
    assert not found.sure


@pytest.mark.parametrize("name", ["PYSEC-2030-1", "CVE-2030-1"])
def test_a_finding_with_a_reason_is_accepted_and_still_said(name: str) -> None:
    found = answer("dev", said({"name": "a", "version": "1", "vulns": [BAD]}), {name: "never called"})
    assert found.sure
    assert found.lines()[-1] == "  accepted a 1: PYSEC-2030-1, mended in 1.1 (never called)"


@pytest.mark.parametrize("nothing", [{}, said(), said(SKIPPED, SKIPPED)])
def test_an_index_without_advisories_is_no_good_news(nothing: dict[str, Any]) -> None:
    found = answer("dev", nothing, {})
    assert not found.sure
    assert "could not be reached" in found.lines()[0]
    assert not answer("dev", said(CLEAN, SKIPPED), {}).sure


def fake(folder: Path, out: dict[str, Any] | None, status: int) -> str:
    """A program that answers as pip-audit does."""
    program = folder / "pip-audit"
    wrote = f"printf '%s' '{json.dumps(out)}' >\"$last\"\n" if out else ""
    program.write_text(f"#!/bin/sh\nfor last; do :; done\n{wrote}exit {status}\n", "utf-8")
    program.chmod(0o755)
    return str(program)


@pytest.mark.parametrize("strict", [False, True])
def test_nothing_fails_unless_asked_to_be_strict(
    strict: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("AUDIT_STRICT", str(int(strict)))
    bad = said({"name": "a", "version": "1", "vulns": [BAD]})
    assert main([fake(tmp_path, bad, 1), "dev"]) == strict
    assert "VULNERABLE a 1" in capsys.readouterr().out
    assert main([fake(tmp_path, None, 1), "dev"]) == strict
    assert main([str(tmp_path / "absent"), "dev"]) == strict
    assert main([fake(tmp_path, said(CLEAN), 0), "dev"]) == 0


def test_a_program_that_never_ends_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "pip-audit"
    program.write_text("#!/bin/sh\nexec sleep 600\n", "utf-8")
    program.chmod(0o755)
    monkeypatch.setattr(advisories, "SECONDS", 0.2)
    assert advisories.asked(str(program), "dev") == {}


def test_every_accepted_advisory_has_a_reason() -> None:
    accepted = tomllib.loads(ACCEPTED.read_text("utf-8"))
    assert all(isinstance(reason, str) and len(reason) > 20 for reason in accepted.values())
