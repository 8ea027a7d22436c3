"""What benchmarks promise and how they say it: goals with what was measured, percentiles of times."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Goal(NamedTuple):
    """What is promised: `value` must not exceed `most`."""

    text: str
    value: float
    most: float

    @property
    def met(self) -> bool:
        """Is the promise kept?"""
        return self.value <= self.most

    def line(self) -> str:
        """The goal, what was measured, and whether it is met."""
        return f"{'met' if self.met else 'MISSED':7}{self.value:8.3f}  (goal {self.most:g})  {self.text}"


def print_goals(goals: Iterable[Goal]) -> int:
    """Print all goals; exit status 1 where one is missed."""
    print("\ngoals")
    missed = 0
    for goal in goals:
        print(goal.line())
        missed += not goal.met
    return int(missed > 0)


def percentile(values: Sequence[float], share: float) -> float:
    """The value that so large a share of the values does not exceed. Raises IndexError where there are none."""
    ordered = sorted(values)
    return ordered[min(int(len(ordered) * share), len(ordered) - 1)]
