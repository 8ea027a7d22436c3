"""Known vulnerabilities of what is locked: `python scripts/advisories.py PIP_AUDIT [LOCK …]`.

pip-audit asks the package index. Where it cannot (no network, an index that serves no advisories) this says so and goes
on: what it is asked about is locked by hash and does not change, but what is known of it does, and a build must not
break because of that alone. So findings are printed and nothing fails, unless AUDIT_STRICT=1: then a finding without a
reason in .ci/accepted.toml fails, and so does not having been told.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parent.parent
ACCEPTED = ROOT / ".ci" / "accepted.toml"
SECONDS = 120
"""How long one lock may take; the index is asked once per distribution."""


class Answer(NamedTuple):
    """What is known of one lock: distributions audited and not, and `findings` as lines that name id and remedy."""

    lock: str
    audited: int
    unknown: int
    findings: tuple[str, ...]
    accepted: tuple[str, ...]

    @property
    def sure(self) -> bool:
        """Was every distribution audited, and nothing found that nobody accepted?"""
        return bool(self.audited) and not self.unknown and not self.findings

    def lines(self) -> list[str]:
        """For people."""
        if not self.audited:
            return [
                f"{self.lock}: not audited, the advisories could not be reached ({self.unknown} distributions)"
            ]
        missed = f", {self.unknown} not known to the index" if self.unknown else ""
        head = f"{self.lock}: {self.audited} audited{missed}, {len(self.findings)} known vulnerabilities"
        return [
            head,
            *(f"  VULNERABLE {line}" for line in self.findings),
            *(f"  accepted {line}" for line in self.accepted),
        ]


def answer(lock: str, said: Mapping[str, Any], reasons: Mapping[str, str]) -> Answer:
    """What pip-audit's JSON says of a lock; `reasons` are those of accepted advisories by id."""
    audited = [each for each in said.get("dependencies", ()) if "vulns" in each]
    findings: list[str] = []
    accepted: list[str] = []
    for each in audited:
        for advisory in each["vulns"]:
            names = {advisory["id"], *advisory.get("aliases", ())}
            reason = next((reasons[name] for name in sorted(names & reasons.keys())), "")
            fixed = ", ".join(advisory.get("fix_versions", ())) or "no version"
            line = f"{each['name']} {each['version']}: {advisory['id']}, mended in {fixed}"
            (accepted if reason else findings).append(f"{line} ({reason})" if reason else line)
    unknown = len(said.get("dependencies", ())) - len(audited)
    return Answer(lock, len(audited), unknown, tuple(findings), tuple(accepted))


def asked(pip_audit: str, lock: str) -> dict[str, Any]:
    """What pip-audit says of a lock; nothing where it failed or took too long."""
    path = ROOT / ".ci" / "locks" / f"{lock}.txt"
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "said.json"
        command = [
            pip_audit,
            "--disable-pip",
            "--require-hashes",
            "--requirement",
            str(path),
            "--format",
            "json",
        ]
        command += ["--timeout", "10", "--progress-spinner", "off", "--output", str(out)]
        try:
            subprocess.run(command, capture_output=True, timeout=SECONDS, check=False)
            said: dict[str, Any] = json.loads(out.read_text("utf-8"))
        except (OSError, subprocess.TimeoutExpired, ValueError):
            return {}
        return said


def main(arguments: Sequence[str]) -> int:
    """Ask about each lock and say what is known; see the top of this file for the exit status."""
    pip_audit, *locks = arguments
    reasons: dict[str, str] = tomllib.loads(ACCEPTED.read_text("utf-8"))
    answers = [answer(lock, asked(pip_audit, lock), reasons) for lock in locks or ("full", "dev")]
    print(*(line for each in answers for line in each.lines()), sep="\n")
    strict = os.environ.get("AUDIT_STRICT") == "1"
    return int(strict and not all(each.sure for each in answers))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
