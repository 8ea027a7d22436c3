"""All arithmetic identities of a package, computed from its records.

One module per family, each listed in `families`; each yields checks and none of them reads a source. A document that
lacks a table has fewer checks. The order is that of the documents and, within one, of the families.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import msgspec

from hrss_tui.compile.checks.basics.agreed import agreed
from hrss_tui.compile.checks.basics.alike import at_one_scope
from hrss_tui.compile.checks.basics.doubts import settled
from hrss_tui.compile.checks.basics.papers import papers
from hrss_tui.compile.checks.families import OF_RECORDS, OF_SEVERAL, OF_TEXT, Told
from hrss_tui.compile.checks.goals import comparable, initial, previous
from hrss_tui.compile.checks.prose.sentences import Prose, prose
from hrss_tui.compile.checks.text.figures import passages
from hrss_tui.records import Check, Record

Tables = Mapping[str, Sequence[Record]]


def checks(tables: Tables) -> list[Check]:
    """Every identity that the records of all documents allow to state, each with an id of its own."""
    found: list[Check] = []
    stated = [prose(each) for each in papers(tables)]
    for each in stated:
        found += _own(each)
    found += comparable.checks(stated, OF_SEVERAL)
    found += previous.checks(stated)
    found += initial.checks(stated)
    return _distinct(found)


def _own(stated: Prose) -> list[Check]:
    """What one document says of itself."""
    told = Told(stated, passages(stated.papers))
    of_records = (check for family in OF_RECORDS for check in family(told))
    of_text = (check for family in OF_TEXT for check in family(told))
    settled_ones = settled(stated.papers, agreed(of_records, of_text))
    return list(at_one_scope(stated.papers, settled_ones))


def _distinct(found: list[Check]) -> list[Check]:
    """The checks with a number behind an id that one before has: a damaged table states a thing twice."""
    seen = Counter[str]()
    named = []
    for check in found:
        seen[check.check_id] += 1
        number = seen[check.check_id]
        repeated = f"{check.check_id}/{number}"
        named.append(check if number == 1 else msgspec.structs.replace(check, check_id=repeated))
    return named
