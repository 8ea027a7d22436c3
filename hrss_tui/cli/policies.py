"""`hrss-tui policies`: the policy documents that projects rest on, and who rests on them."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence

from hrss_tui.cli.amounts import DEFAULT, Money
from hrss_tui.cli.context import Context
from hrss_tui.cli.output import Field, attribute, print_records, table_lines
from hrss_tui.cli.parser import Parser
from hrss_tui.cli.registry import WITH_PAGE
from hrss_tui.cli.sources import legend, source_field
from hrss_tui.query.policies import Policy, policies
from hrss_tui.records import Project

FORMATS = WITH_PAGE

_TITLE, _PROJECTS = 60, 60


def arguments(parser: Parser) -> None:
    """What the command takes."""
    parser.add("pattern", key="policies.pattern", nargs="?", metavar="PATTERN")


def run(options: Namespace, context: Context) -> int:
    """Print one row per cited document, those most projects rest on first; of one every project with its money."""
    said = context.words
    rows = policies(context.pack, options.pattern or "")
    fields = [
        Field(said["head.cited"], lambda row: str(row.resting), right=True),
        attribute(said["head.number"], "doc_number"),
        Field(said["head.title"], lambda row: row.title, least=24, most=_TITLE),
        Field(
            said["head.projects"],
            lambda row: "；".join((*row.projects, *_targets(context, row))),
            least=24,
            below=True,
            most=_PROJECTS,
        ),
        source_field(context),
    ]
    print_records(
        context, rows, fields, below=_resting(context, rows[0]) if len(rows) == 1 else legend(context, rows)
    )
    return 0


def _targets(context: Context, policy: Policy) -> list[str]:
    """The performance targets that name it as their basis, told from projects."""
    return [context.words["lists.a_target"].format(name=name) for name in policy.targets]


def _resting(context: Context, policy: Policy) -> Sequence[str]:
    """The projects that rest on a document: amount, unit, place, how often that paragraph cites it."""
    said = context.words
    known = {row.project_id: row for row in context.pack.rows(Project)}
    rows = [
        (known[project_id], place, count)
        for project_id, place, count in zip(policy.project_ids, policy.places, policy.times, strict=True)
        if project_id in known
    ]
    money = Money(DEFAULT, [project.amount for project, _, _ in rows])
    in_unit = "\n" + said["head.in_unit"].format(unit=said[f"money.{DEFAULT}"])
    fields = [
        Field(said["head.amount"] + in_unit, lambda row: money.text(row[0].amount), right=True),
        Field(said["head.project"], lambda row: row[0].name, least=16, most=_TITLE),
        Field(said["dim.unit"], lambda row: row[0].unit_name or "", least=12, most=_TITLE),
        Field(said["head.place"], lambda row: row[1]),
        Field("", lambda row: times(context, row[2])),
    ]
    found = ["", said["lists.rests"], *table_lines(fields, rows, room=context.room)] if rows else []
    if policy.targets:
        found += ["", said["lists.target_rests"]]
        found += [
            f"{name}  {target_id}" for name, target_id in zip(policy.targets, policy.target_ids, strict=True)
        ]
    return found


def times(context: Context, count: int) -> str:
    """×2 where something stands more than once in one paragraph."""
    return context.words["lists.times"].format(count=count) if count > 1 else ""
