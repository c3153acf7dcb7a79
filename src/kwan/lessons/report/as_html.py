"""The report as one HTML file that stands alone: no script, nothing fetched, each claim with its evidence."""

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Final

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from kwan.lessons.report.document import Block, Prose, Register, Report, Section, Told
from kwan.lessons.report.evidence import MOST, EvidenceRow
from kwan.lessons.report.evidence import rows as evidence_rows
from kwan.lessons.report.leaf import Leaf, leaves
from kwan.lessons.report.shown import Key, key
from kwan.lessons.report.wording import word
from kwan.lessons.rules import Figure, Lang, Sentence
from kwan.pictures import Picture, Table, icon, verdict
from kwan.thai import format_date

HERE: Final = Path(__file__).parent
STYLESHEET: Final = HERE.parents[1] / "web" / "static" / "kwan" / "kwan.css"
_FONT_FACE: Final = re.compile(r"@font-face\s*\{[^}]*\}\s*")
NOTHING: Final = mark_safe("")
ROW: Final = '<tr><th scope="row">{}</th><td>{}</td><td>{}</td><td class="r">{}</td></tr>'

PAGE: Final = """<!DOCTYPE html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{title}</title>
<style>{css}</style>
</head>
<body class="paper">
<main class="leaf">
<header class="doc-head"><div><p>{subtitle}</p><h1>{title}</h1></div></header>
{contents}
{sections}
</main>
</body>
</html>
"""


def to_html(report: Report, lang: Lang, css: str | None = None) -> str:
    """Return the report as one HTML page. `css` is the sheet that sets it (default: Kwan's own, inlined)."""
    title = report.title.en if lang == "en" else report.title.th
    page = _Page(report, lang)
    return format_html(
        PAGE,
        lang=lang,
        title=title,
        css=mark_safe(stylesheet() if css is None else css),  # noqa: S308 - our own sheet, not a person's words
        subtitle=spans(report.subtitle.sentence(lang)),
        contents=page.contents(),
        sections=joined(page.section(section) for section in report.sections),
    )


@cache
def stylesheet() -> str:
    """Return the sheet of the screens without its font files, and what a report alone needs beside it."""
    own = (HERE / "report.css").read_text(encoding="utf-8")
    return _FONT_FACE.sub("", STYLESHEET.read_text(encoding="utf-8")) + own


def joined(pieces: Iterable[SafeString]) -> SafeString:
    """Return pieces of markup one after the other."""
    return format_html_join("\n", "{}", ((piece,) for piece in pieces))


def spans(sentence: Sentence, href: str = "") -> SafeString:
    """Return a sentence; with `href` each of its figures leads to what it is made of."""
    return format_html_join("", "{}", ((_span(span.text, span.slot, href),) for span in sentence))


def _span(text: str, slot: object, href: str) -> str:
    if not isinstance(slot, Figure):
        return text
    if not href:
        return format_html("<b>{}</b>", text)
    return format_html('<a class="n" href="{}">{}</a>', href, text)


class _Page:
    """The parts of one page, each a piece of safe markup. A claim is told in full once; then it is led to."""

    def __init__(self, report: Report, lang: Lang) -> None:
        self.report, self.lang = report, lang
        self.leaves = leaves(report, lang, "screen")
        self.in_full = {key(told.claim) for told in report.told() if told.how == "full"}
        self.told: set[Key] = set()

    def word(self, name: str, **filled: str) -> str:
        """Return one of our own words."""
        return word(name, self.lang, **filled)

    def contents(self) -> SafeString:
        """Return the chapters to go to."""
        chapters = [section for section in self.report.sections if section.level == 1]
        links = ((section.id, self.title(section)) for section in chapters)
        lines = format_html_join("", '<li><a href="#{}">{}</a></li>', links)
        nav = '<nav class="contents" aria-label="{}"><ul>{}</ul></nav>'
        return format_html(nav, self.word("contents"), lines)

    def title(self, section: Section) -> str:
        """Return a section's title."""
        return section.title.en if self.lang == "en" else section.title.th

    def section(self, section: Section) -> SafeString:
        """Return a section; a part of a chapter has the lesser heading."""
        return format_html(
            '<section class="doc-sec level-{level}" id="{id}"><h{rank}>{title}</h{rank}>\n{blocks}</section>',
            level=section.level,
            rank=section.level + 1,
            id=section.id,
            title=self.title(section),
            blocks=joined(map(self.block, section.blocks)),
        )

    def block(self, block: Block) -> SafeString:
        """Return a paragraph, a claim or the register."""
        match block:
            case Prose():
                return format_html("<p>{}</p>", spans(block.sentence(self.lang)))
            case Register():
                return self.register(block)
            case Told():
                return self.claim(block)

    def claim(self, told: Told) -> SafeString:
        """Return a claim: in full where it is told in full for the first time, else by its sentence."""
        own = key(told.claim)
        leaf = self.leaves[own]
        if told.how == "full" and own not in self.told:
            self.told.add(own)
            return self.full(leaf)
        return self.short(leaf)

    def short(self, leaf: Leaf) -> SafeString:
        """Return a claim's mark and sentence, leading to where it is told in full."""
        place = leaf.anchor if key(leaf.claim) in self.in_full else f"register-{leaf.number}"
        return format_html(
            '<article class="claim short">{}<p class="say">{}</p>'
            '<p class="foot">{}<a href="#{}">{} {}</a></p></article>',
            verdict(leaf.mark, self.lang), spans(leaf.sentence, f"#{place}"), _verdict_word(leaf), place,
            self.word("number"), leaf.number,
        )  # fmt: skip

    def full(self, leaf: Leaf) -> SafeString:
        """Return a claim with its picture or table, the group's reply, and its evidence to be opened."""
        aside = self.aside(leaf)
        return format_html(
            '<article class="claim" id="{anchor}">{mark}<p class="say">{say}</p>'
            '<p class="foot">{word}<span>{no} {number}</span></p>{aside}{reply}{evidence}</article>',
            anchor=leaf.anchor,
            mark=verdict(leaf.mark, self.lang),
            say=spans(leaf.sentence, f"#{leaf.anchor}-behind"),
            word=_verdict_word(leaf),
            no=self.word("number"),
            number=leaf.number,
            aside=format_html('<div class="aside">{}</div>', aside) if aside else NOTHING,
            reply=self.reply(leaf),
            evidence=self.evidence(leaf, aside),
        )

    def aside(self, leaf: Leaf) -> SafeString:
        """Return what stands in the right margin: the picture with its table, or a few ruled lines."""
        if leaf.picture:
            return self.figure(leaf.picture)
        if not leaf.table:
            return NOTHING
        lines = ((row[0], " · ".join(row[1:])) for row in leaf.table)
        return format_html(
            '<ul class="ledger">{}</ul>',
            format_html_join("", "<li><span>{}</span><i></i><b>{}</b></li>", lines),
        )

    def figure(self, picture: Picture) -> SafeString:
        """Return a picture and its table."""
        return format_html(
            '<figure>{}<details class="more"><summary>{}{}</summary>{}</details></figure>',
            picture.svg, icon("go"), self.word("as_table"), table(picture.table),
        )  # fmt: skip

    def reply(self, leaf: Leaf) -> SafeString:
        """Return what the group answers."""
        if not leaf.reply:
            return NOTHING
        return format_html(
            '<blockquote class="reply">{}<footer>{}</footer></blockquote>', leaf.reply, self.word("reply")
        )

    def evidence(self, leaf: Leaf, aside: SafeString) -> SafeString:
        """Return the drawer: the picture again, the entries, the arithmetic, and why it is said this way."""
        count = NOTHING
        if leaf.entries:
            count = format_html(" ({}&nbsp;{})", f"{leaf.entries:,}", self.word("entries"))
        return format_html(
            '<details class="evidence"><summary>{}{}{}</summary>'
            '<div class="evidence-in" id="{}-behind">{}{}{}{}</div></details>',
            icon("go"), self.word("behind"), count, leaf.anchor,
            format_html('<div class="again">{}</div>', aside) if aside else NOTHING,
            self.rows(leaf), self.working(leaf), self.reasons(leaf),
        )  # fmt: skip

    def rows(self, leaf: Leaf) -> SafeString:
        """Return the entries, or the whole rounds, as a table."""
        found = evidence_rows(leaf.claim, self.lang, upto=leaf.upto)
        if not found:
            return format_html(
                "<p>{}</p>", self.word(leaf.withheld if leaf.sealed or leaf.entries else "nothing")
            )
        title = self.word("in_the_book")
        head = (self.word(name) for name in ("entry", "date", "what"))
        lines = (
            (row.entry or self.word("whole"), self.day(row), row.what, row.amount_text)
            for row in found
        )  # fmt: skip
        return format_html(
            '<div class="scrolls" tabindex="0" role="region" aria-label="{} {} {}"><h3>{}</h3>{}'
            '<table class="rows"><thead><tr>{}<th scope="col" class="r">{}</th></tr></thead>'
            "<tbody>{}</tbody></table></div>",
            title, self.word("number"), leaf.number, title, self.note(leaf, len(found)),
            format_html_join("", '<th scope="col">{}</th>', ((name,) for name in head)), self.word("amount"),
            format_html_join("\n", ROW, lines),
        )  # fmt: skip

    def day(self, row: EvidenceRow) -> str:
        """Return a row's day, short."""
        return format_date(row.on, "en_short" if self.lang == "en" else "short")

    def note(self, leaf: Leaf, found: int) -> SafeString:
        """Return what the rows do not show."""
        if leaf.sealed:
            return format_html("<p>{}</p>", self.word(leaf.withheld))
        if found >= leaf.entries or found < MOST:
            return NOTHING
        return format_html("<p>{}</p>", self.word("latest", shown=f"{MOST:,}", all=f"{leaf.entries:,}"))

    def working(self, leaf: Leaf) -> SafeString:
        """Return the measures and what was calculated from them."""
        if not leaf.working:
            return NOTHING
        lines = (("part" if work.is_part else "whole-sum", work.what, work.figure) for work in leaf.working)
        return format_html(
            '<div><h3>{}</h3><dl class="facts">{}</dl></div>',
            self.word("working"),
            format_html_join("", '<div class="{}"><dt>{}</dt><dd>{}</dd></div>', lines),
        )

    def reasons(self, leaf: Leaf) -> SafeString:
        """Return why the verdict is not higher, and the gaps between the books."""
        if not leaf.why and not leaf.gaps:
            return NOTHING
        heeded = ((icon("heed"), gap) for gap in leaf.gaps)
        gaps = format_html_join("", '<p class="heed">{}<span>{}</span></p>', heeded)
        why = format_html("<p>{}</p>", leaf.why) if leaf.why else NOTHING
        return format_html('<div class="across"><h3>{}</h3>{}{}</div>', self.word("why"), why, gaps)

    def register(self, register: Register) -> SafeString:
        """Return every claim as a row: its number, its question, what was found, its digest."""
        rows = ((leaf.number, leaf.number, leaf.question, leaf.verdict, leaf.digest)
                for leaf in (self.leaves[key(claim)] for claim in register.claims))  # fmt: skip
        head = (self.word(name) for name in ("number", "question", "verdict", "mark"))
        row = (
            '<tr id="register-{}"><th scope="row">{}</th><td>{}</td><td>{}</td><td><code>{}</code></td></tr>'
        )
        return format_html(
            '<div class="scrolls" tabindex="0" role="region" aria-label="{}"><table class="rows register">'
            "<thead><tr>{}</tr></thead><tbody>{}</tbody></table></div>",
            self.word("question"),
            format_html_join("", '<th scope="col">{}</th>', ((name,) for name in head)),
            format_html_join("\n", row, rows),
        )  # fmt: skip


def _verdict_word(leaf: Leaf) -> SafeString:
    return format_html('<span class="word {}">{}</span>', leaf.mark, leaf.verdict)


def table(shown: Table) -> SafeString:
    """Return the table of a picture; the first cell of a row names it."""
    head = format_html_join("", '<th scope="col">{}</th>', ((cell.text,) for cell in shown.headings))
    lines = (
        (row[0].text, format_html_join("", '<td class="r">{}</td>', ((cell.text,) for cell in row[1:])))
        for row in shown.rows
    )
    body = format_html_join("", '<tr><th scope="row">{}</th>{}</tr>', lines)
    return format_html('<table class="rows"><thead><tr>{}</tr></thead><tbody>{}</tbody></table>', head, body)
