"""Names that may be one person's: pointed out, never decided. Two people may well share a name."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final, Literal

from kwan.thai import from_thai_digits
from kwan.thai.sound import sounds, spelled

Why = Literal["name", "sound", "first", "near", "home"]
SHORTEST: Final = 8  # letters; of two short names one letter makes two people
MOST_OF_ONE_SOUND: Final = 50  # a key that so many share tells nobody apart


@dataclass(frozen=True)
class Called:
    """How one person is called: what was not told is None."""

    reference: str
    name: str | None
    nickname: str | None = None
    house: str | None = None


def alike(one: Called, other: Called) -> Why | None:
    """Return why these two may be one person, the strongest reason first; None where nothing says so."""
    a, b = spelled(one.name or ""), spelled(other.name or "")
    if a and a == b:
        return "name"
    heard, also = sounds(one.name or ""), sounds(other.name or "")
    if heard and heard == also:
        return "sound"
    if heard and also and heard[0] == also[0] and min(len(heard), len(also)) == 1:
        return "first"
    if _home(one) and _home(one) == _home(other):
        return "home"
    return "near" if min(len(a), len(b)) >= SHORTEST and one_letter_apart(a, b) else None


def one_letter_apart(a: str, b: str) -> bool:
    """Return whether one letter more, less, other or two swapped make one text of the other; a digit is no slip."""
    head = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    a, b = a[head:], b[head:]
    tail = next(
        (i for i, (x, y) in enumerate(zip(a[::-1], b[::-1], strict=False)) if x != y), min(len(a), len(b))
    )
    a, b = a[: len(a) - tail], b[: len(b) - tail]
    if any(letter.isdigit() for letter in a + b):
        return False
    return max(len(a), len(b)) <= 1 or (len(a) == len(b) == 2 and a == b[::-1])  # noqa: PLR2004 - two swapped


def pairs(people: Sequence[Called]) -> Iterator[tuple[Called, Called, Why]]:
    """Yield all who may be one person, two by two, in the order of the register."""
    together: dict[str, list[int]] = defaultdict(list)
    for place, person in enumerate(people):
        for key in set(_keys(person)):
            together[key].append(place)
    near = {
        pair
        for places in together.values()
        if len(places) <= MOST_OF_ONE_SOUND
        for pair in combinations(places, 2)
    }
    for one, other in sorted(near):
        why = alike(people[one], people[other])
        if why:
            yield people[one], people[other], why


def _keys(person: Called) -> Iterator[str]:
    """Yield what people who are alike have in common, so that not everybody is held against everybody."""
    heard = sounds(person.name or "")
    if heard:
        yield f"first {heard[0]}"
    letters = spelled(person.name or "")
    if len(letters) >= SHORTEST:
        yield f"near {letters}"
        yield from (f"near {letters[:i]}{letters[i + 1 :]}" for i in range(len(letters)))
    if _home(person):
        yield f"home {_home(person)}"


def _home(person: Called) -> str:
    """Return nickname and house together, empty unless both are told."""
    nickname, house = spelled(person.nickname or ""), from_thai_digits(person.house or "").replace(" ", "")
    return f"{nickname}/{house}" if nickname and house else ""
