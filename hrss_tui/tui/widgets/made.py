"""Things that are made when somebody looks at them: rows of a table of which there may be tens of thousands."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar, overload

Thing = TypeVar("Thing")


class Made(Sequence[Thing], Generic[Thing]):
    """As many things as there are keys; each is made at the first look and kept. `keys` find one again unmade."""

    def __init__(self, keys: Sequence[str], make: Callable[[int], Thing]) -> None:
        self.keys = keys
        self._make = make
        self._made: dict[int, Thing] = {}

    def __len__(self) -> int:
        return len(self.keys)

    @overload
    def __getitem__(self, at: int) -> Thing: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[Thing]: ...

    def __getitem__(self, at: int | slice) -> Thing | Sequence[Thing]:
        if isinstance(at, slice):
            return [self[place] for place in range(*at.indices(len(self)))]
        place = range(len(self))[at]
        if place not in self._made:
            self._made[place] = self._make(place)
        return self._made[place]
