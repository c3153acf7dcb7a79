"""The report as a document: sections of prose and claims, before anybody decides how it looks.

Every sentence is a row of spans (see `kwan.lessons.rules`), so a digit in it is a name, a day, a quotation,
a number in a list, or a figure that a claim answers for. The four renderers draw this and add nothing.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from kwan.journal.queries import BookHead
from kwan.lessons.claims.judging import Judged
from kwan.lessons.rules import Lang, Name, Sentence, Slots, say


@dataclass(frozen=True)
class Prose:
    """A paragraph in both languages."""

    th: Sentence
    en: Sentence

    def sentence(self, lang: Lang) -> Sentence:
        """Return the paragraph in one language."""
        return self.en if lang == "en" else self.th


@dataclass(frozen=True)
class Told:
    """A claim told in its place: "full" with its picture, its table and its evidence, "short" by its sentence alone."""

    claim: Judged
    how: Literal["full", "short"]


@dataclass(frozen=True)
class Register:
    """The numbered register of every claim of the report."""

    claims: tuple[Judged, ...]


Block = Prose | Told | Register


@dataclass(frozen=True)
class Section:
    """A part of the report. Level 1 is a chapter, 2 a part of one."""

    id: str
    title: Name
    level: Literal[1, 2]
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Report:
    """A report bound to the entries it was written from."""

    kind: Literal["group", "project"]
    name: str
    title: Name
    subtitle: Prose
    heads: tuple[BookHead, ...]
    claims: tuple[Judged, ...]
    sections: tuple[Section, ...]
    replies: Mapping[tuple[int, str, str], str]

    def number_of(self, claim: Judged) -> int:
        """Return the number of a claim in the register, from 1."""
        return self.claims.index(claim) + 1

    def last_entry(self, claim: Judged) -> int:
        """Return the entry up to which a claim was judged; 0 for one about several books."""
        return next((head.last_entry for head in self.heads if head.book == claim.book), 0)

    def told(self) -> Iterator[Told]:
        """Yield every claim as it is told, in order."""
        for section in self.sections:
            yield from (block for block in section.blocks if isinstance(block, Told))


def prose(th: str, en: str, slots: Slots | None = None) -> Prose:
    """Return a paragraph from its two templates."""
    return Prose(say(th, slots or {}, "th"), say(en, slots or {}, "en"))
