"""Where a pattern may do more than linear work: texts that two of its rounds can both take, in more than one way.

A pattern needs more than linear time on some texts if there are two places p and q and a word that leads from p back to p,
from p to q, and from q back to q: of n such words, any number may be given to p and the rest to q, and where nothing fits
behind them all ways are tried (Weideman et al. 2016). A search is such a round itself: it begins at every character.
What is repeated a limited number of times costs a factor and is let pass.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from tests.robustness.patterns.automaton import Automaton, automaton, parsed, sum_of

T = TypeVar("T", bound=Hashable)
SEARCHING = frozenset({"search", "finditer", "findall", "sub", "subn", "split"})
"""Functions that try a pattern at every character."""


@dataclass(frozen=True)
class Doubt:
    """A word that two rounds of a pattern can both take, and what stands before it."""

    word: str
    before: str


class Step(NamedTuple):
    """One character from a place: the characters that may be taken, those that may stand before; `times` ways to do so."""

    to: int
    mask: int
    before: int
    times: int


def doubts(pattern: str, flags: int, uses: frozenset[str]) -> list[Doubt]:
    """What may make a pattern slow, used as these functions of patterns use it."""
    tree, flags = parsed(pattern, flags)
    modes = {(bool(use in SEARCHING), use == "fullmatch") for use in uses}
    found = (_Rounds(automaton(tree, flags), *mode).doubts() for mode in sorted(modes))
    return [doubt for each in found for doubt in each]


_WAYS = 2
"""Ways to one place that are told apart."""


def _reached(onward: Mapping[T, set[T]], place: T, within: set[T] | None = None) -> set[T]:
    """What a place leads to, through places that are all `within`."""
    seen: set[T] = set()
    todo = [place]
    while todo:
        for to in onward.get(todo.pop(), ()):
            if to not in seen and (within is None or to in within):
                seen.add(to)
                todo.append(to)
    return seen


def _between(onward: Mapping[T, set[T]], back: Mapping[T, set[T]]) -> set[T]:
    """What is left without the places that lead nowhere, and without those that lead to such places alone."""
    leads = {place: len(others) for place, others in onward.items()}
    todo = [place for place, number in leads.items() if not number]
    while todo:
        for other in back[todo.pop()]:
            leads[other] -= 1
            if not leads[other]:
                todo.append(other)
    return {place for place, number in leads.items() if number}


class _Rounds:
    """The rounds of an automaton and what they can both take."""

    def __init__(self, made: Automaton, searching: bool, whole: bool) -> None:
        self.made, self.whole = made, whole
        self.chars = (1 << len(made.alphabet)) - 1
        self.begin = made.place()
        made.lead(self.begin, made.start)
        self.search = made.place() if searching else None
        if self.search is not None:
            made.lead(self.search, made.start)
            made.taken[self.begin].append((self.chars, self.search))
            made.taken[self.search].append((self.chars, self.search))
        self.ways = {place: self.steps(place) for place in self.places()}
        limited = any(step.bounded for steps in made.empty for step in steps)
        self.lasting = (
            {place: self.steps(place, lasting=True) for place in self.ways} if limited else self.ways
        )
        self.round = self.rounds()
        self.done = {place for place in self.round if self.accepts(place)}
        alike: dict[tuple[int, frozenset[Step]], int] = {}
        self.same = {
            place: alike.setdefault((number, frozenset(self.ways[place])), place)
            for place, number in self.round.items()
        }
        self.back: dict[int, dict[int, set[int]]] = {}
        self.known: dict[tuple[int, int], set[int]] = {}
        self.taking = {number: self.takes(number) for number in set(self.round.values())}
        self.looks = any(step.before != made.every for steps in self.ways.values() for step in steps)

    def places(self) -> list[int]:
        """The places behind a character, and the beginning."""
        return [self.begin, *sorted({to for taken in self.made.taken for _, to in taken})]

    def steps(self, place: int, lasting: bool = False) -> list[Step]:
        """The characters that may follow a place, through any empty steps; `lasting` without limited rounds."""
        taken, empty, chars, every = self.made.taken, self.made.empty, self.chars, self.made.every
        found: dict[tuple[int, int, int], int] = {}
        todo = [(place, every, every, frozenset([place]))]
        seen: dict[tuple[int, int, int], int] = {}
        while todo:
            at, before, after, on = todo.pop()
            may_follow = after & chars
            for mask, to in taken[at]:
                if mask & may_follow:
                    key = (to, mask & may_follow, before)
                    found[key] = found.get(key, 0) + 1
            for step in empty[at]:
                if step.to in on or (lasting and step.bounded):
                    continue
                way = (step.to, before & step.before, after & step.after)
                times = seen.get(way, 0)
                if times < _WAYS:
                    seen[way] = times + 1
                    todo.append((*way, on | {step.to}))
        return [Step(*key, times) for key, times in found.items()]

    def accepts(self, place: int) -> bool:
        """Has the pattern matched at a place, whatever follows? Then nothing is tried again."""
        todo, seen = [place], {place}
        while todo:
            at = todo.pop()
            if at == self.made.final:
                return not self.whole
            for step in self.made.empty[at]:
                if step.before == step.after == self.made.every and step.to not in seen:
                    seen.add(step.to)
                    todo.append(step.to)
        return False

    def rounds(self) -> dict[int, int]:
        """Place → its round: places that lead back to themselves without limit."""
        onward = {place: {step.to for step in steps} for place, steps in self.lasting.items()}
        back: dict[int, set[int]] = {place: set() for place in onward}
        for place, others in onward.items():
            for other in others:
                back[other].add(place)
        found: dict[int, int] = {}
        left = _between(onward, back) & _between(back, onward)
        for place in onward:
            if place in left:
                ahead = _reached(onward, place, left)
                same = ahead & _reached(back, place, left) if place in ahead else set()
                left -= same | {place}
                found |= dict.fromkeys(same, place)
        return found

    def doubts(self) -> Iterator[Doubt]:
        """A doubt for each pair of rounds, and for each round with two ways to go on."""
        for number in sorted(set(self.round.values())):
            if self.parts_twice(number):
                yield Doubt(self.text([self.taking[number]]), self.text(self.way(number)))
        seen: set[tuple[int, int]] = set()
        heads = [place for place in self.round if self.same[place] == place and self.parts(place)]
        for p in (place for place in self.round if self.parts(place)):
            for q in heads:
                pair = (self.round[p], self.round[q])
                if pair[0] == pair[1] or pair in seen or q in self.done or not self.meet(p, q):
                    continue
                word = self.common(p, q)
                if word is not None:
                    seen.add(pair)
                    yield Doubt(self.text(word), self.text(self.way(p)))

    def parts_twice(self, number: int) -> bool:
        """Are there two ways through a round for one word: from a place to two others and on to the same one?"""
        own = [place for place, its in self.round.items() if its == number]
        onward = {place: [step for step in self.lasting[place] if step.to in own] for place in own}
        if any(step.times > 1 for steps in onward.values() for step in steps):
            return True
        pairs: dict[tuple[int, int], set[tuple[int, int]]] = {}
        back: dict[tuple[int, int], set[tuple[int, int]]] = {}
        todo = [(place, place) for place in own]
        while todo:
            pair = todo.pop()
            if pair in pairs:
                continue
            pairs[pair] = {
                (one.to, two.to)
                for one in onward[pair[0]]
                for two in onward[pair[1]]
                if one.mask & two.mask and one.before & two.before
            }
            for other in pairs[pair]:
                back.setdefault(other, set()).add(pair)
            todo += pairs[pair]
        joined = set().union(*(_reached(back, (place, place)) for place in own))
        return any(one != two for one, two in joined)

    def parts(self, place: int) -> bool:
        """Do several places of its round follow a place? Any cycle that is not all of a round has one of these."""
        number = self.round[place]
        onward = {step.to for step in self.ways[place] if self.round.get(step.to) == number}
        return len(onward) > 1 or place == number

    def meet(self, p: int, q: int) -> bool:
        """Do both rounds take a common character?"""
        return bool(self.taking[self.round[p]] & self.taking[self.round[q]])

    def takes(self, number: int) -> int:
        """The characters of a round."""
        own = [place for place, its in self.round.items() if its == number]
        return sum_of(step.mask for place in own for step in self.ways[place] if step.to in own)

    def common(self, p: int, q: int) -> list[int] | None:
        """The sets of characters of a word from p to p, from p to q and from q to q; None where there is none."""
        rounds = (self.round[p], self.round[q])
        fit = self.leading(q, self.taking[self.round[p]] & self.taking[self.round[q]])
        if p not in fit:
            return None
        firsts = list(self.together((p, p, q), self.chars, rounds, fit))
        for before in dict.fromkeys(before for _, _, before in firsts):
            # What stands before a word is the end of the one before it.
            came = {(to, self.last(mask)): [mask] for to, mask, needed in firsts if needed == before}
            todo = deque((to, mask, [mask]) for to, mask, needed in firsts if needed == before)
            while todo:
                at, last, word = todo.popleft()
                if (at[0], *map(self.same.get, at[1:])) == (p, q, q) and last & before:
                    return [*word[:-1], last & before]
                for to, mask, _ in self.together(at, last, rounds, fit):
                    if (to, self.last(mask)) not in came:
                        came[to, self.last(mask)] = word
                        todo.append((to, mask, [*word, mask]))
        return None

    def last(self, mask: int) -> int:
        """What of the last characters matters: nothing where the pattern never looks behind."""
        return mask if self.looks else 0

    def leading(self, place: int, chars: int) -> set[int]:
        """The places from which such characters lead to a place."""
        if (place, chars) not in self.known:
            if chars not in self.back:
                back: dict[int, set[int]] = {}
                for at, steps in self.ways.items():
                    for step in steps:
                        if step.mask & chars:
                            back.setdefault(step.to, set()).add(at)
                self.back[chars] = back
            goals = [goal for goal, same in self.same.items() if same == place]
            reached = (_reached(self.back[chars], goal) | {goal} for goal in goals)
            self.known[place, chars] = set().union(*reached)
        return self.known[place, chars]

    def together(
        self, at: tuple[int, int, int], last: int, rounds: tuple[int, int], fit: set[int]
    ) -> Iterator[tuple[tuple[int, int, int], int, int]]:
        """One character for all three, the first in its round and the last in its own, where no match ends."""
        own = [step for step in self.ways[at[0]] if self.round.get(step.to) == rounds[0]]
        other = [
            step
            for step in self.ways[at[2]]
            if self.round.get(step.to) == rounds[1] and step.to not in self.done
        ]
        for middle in self.ways[at[1]]:
            for one in own if middle.to in fit else ():
                for two in other:
                    mask = one.mask & middle.mask & two.mask
                    before = one.before & two.before & middle.before
                    if mask and before & last:
                        yield (one.to, middle.to, two.to), mask, before

    def way(self, place: int) -> list[int]:
        """The sets of characters of a shortest way from the beginning to a place."""
        came: dict[int, tuple[int, int]] = {}
        todo = deque([self.begin])
        while todo:
            at = todo.popleft()
            if at == place:
                break
            for step in self.ways[at]:
                if step.to not in came and step.to != self.begin:
                    came[step.to] = (at, step.mask)
                    todo.append(step.to)
        word = []
        while place != self.begin and place in came:
            place, mask = came[place]
            word.append(mask)
        return word[::-1]

    def text(self, masks: Sequence[int]) -> str:
        """A character of each set."""
        return "".join(self.made.alphabet[(mask & -mask).bit_length() - 1] for mask in masks)
