"""Sentences that list things: the same few words for each of them, every figure in a slot of its own."""

from collections.abc import Iterable, Sequence

from kwan.lessons.rules import Slot


def listed(
    slots: dict[str, Slot | tuple[Slot, ...]], rows: Iterable[Sequence[Slot]], th: str, en: str
) -> tuple[str, str]:
    """Return both templates said once for each row, its slots `{a}`, `{b}`, … filled from the row in order.

    The slots are added to `slots`. An empty row list gives empty templates.
    """
    said: list[tuple[str, str]] = []
    for number, row in enumerate(rows):
        names = {letter: f"{letter}_{number}" for letter, _ in zip("abcdef", row, strict=False)}
        slots |= dict(zip(names.values(), row, strict=True))
        said.append((_renamed(th, names), _renamed(en, names)))
    return " ".join(pair[0] for pair in said), ", ".join(pair[1] for pair in said)


def _renamed(template: str, names: dict[str, str]) -> str:
    for letter, name in names.items():
        template = template.replace("{" + letter + "}", "{" + name + "}")
    return template
