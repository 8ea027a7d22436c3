"""What is compared and how: read from a view string and written to one; the groups in turn; what is typed. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

import msgspec

from hrss_tui.errors import HrssError, UsageError
from hrss_tui.query.compare import metric_of, metrics
from hrss_tui.query.places import region_of, resolve
from hrss_tui.query.views import View, view
from hrss_tui.tui.compare.board import MODES
from hrss_tui.tui.desk.desk import Desk
from hrss_tui.tui.desk.matching import Matcher

Found = TypeVar("Found")


class State(msgspec.Struct, frozen=True):
    """The prefectures (none: all of the region) and the group they are, the mode, the base, the metric, the order."""

    codes: tuple[str, ...] = ()
    mode: str = "value"
    base: str = ""
    metric: str = ""
    group: str = ""
    by_code: bool = False
    region: str = ""

    @property
    def has_base(self) -> bool:
        """Whether the numbers are measured against a base."""
        return self.mode in ("index", "difference")


def codes_of(desk: Desk, path: str) -> tuple[str, ...]:
    """The prefectures the path of a view names. Raises HrssError for a name that means none, or several."""
    named = [name for name in path.split(",") if name]
    known = list(desk.data.prefectures.values())
    return tuple(place.code for place in resolve(known, named)) if named else ()


def metric_key(desk: Desk, name: str) -> str:
    """The key of a metric that a view names by key or label. Raises UsageError for a name that means none."""
    return metric_of(metrics(desk.data.pack), name).metric if name else ""


def state_of(desk: Desk, shown: View) -> tuple[State, list[HrssError]]:
    """The state a view asks for, and what of it there is not: that is left out."""
    faults: list[HrssError] = []

    def known(read: Callable[[Desk, str], Found], name: str, instead: Found) -> Found:
        try:
            return read(desk, name)
        except HrssError as error:
            faults.append(error)
            return instead

    mode, region = shown.get("as", "value"), shown.get("place")
    if region and region not in desk.data.regions:
        faults.append(UsageError(desk.say("view.unknown", given=f"place={region}")))
    none: tuple[str, ...] = ()
    state = State(
        codes=known(codes_of, shown.path, none),
        mode=mode if mode in MODES else "value",
        base=next(iter(known(codes_of, shown.get("base"), none)), ""),
        metric=known(metric_key, shown.get("metric"), ""),
        by_code=shown.get("order") == "code",
        region=region if region in desk.data.regions else "",
    )
    return state, faults


def view_of(state: State, metric: str, at: str) -> View:
    """The view that shows a state; metric and prefecture under the cursor are empty where they are the first."""
    return view(
        "compare",
        ",".join(state.codes),
        **{"as": "" if state.mode == "value" else state.mode},
        base=state.base,
        metric=metric,
        order="code" if state.by_code else "",
        place=state.region,
        at=at,
    )


def next_group(desk: Desk, state: State) -> tuple[str, tuple[str, ...]]:
    """The group after the one chosen, and its prefectures in the order of the state; after the last one none."""
    whole = state.region or next(iter(desk.data.regions), "")
    places = [place for place in desk.data.prefectures.values() if whole in ("", region_of(place.code))]
    named = list(dict.fromkeys(name for place in places for name in place.groups))
    groups = ["", *sorted(named, key=lambda name: ("地州" not in name, named.index(name)))]
    now = state.group if state.group in groups else ""
    group = groups[(groups.index(now) + 1) % len(groups)]
    members = [place.code for place in places if group and group in place.groups]
    return group, in_order(desk, members, state.by_code)


def in_order(desk: Desk, codes: Iterable[str], by_code: bool) -> tuple[str, ...]:
    """Prefectures in one of the two official orders: of the work documents, or of the codes."""
    known = desk.data.prefectures
    order = {code: place.code_order if by_code else place.work_order for code, place in known.items()}
    return tuple(sorted(codes, key=lambda code: order[code]))


def typed_codes(desk: Desk, text: str) -> Sequence[str] | None:
    """The prefectures that any of the words typed may mean; None where nothing is typed."""
    words = text.replace(",", " ").replace("，", " ").replace("、", " ").split()
    if not words:
        return None
    matchers = [Matcher(desk, word) for word in words]
    return [
        code
        for code, place in desk.data.prefectures.items()
        if any(one.matches(code, place.name, place.short_name, place.name_en) for one in matchers)
    ]
