"""The report as a Word document: headings, tables and pictures that Word knows as such, Thai as Word needs it."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any, Final

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt, RGBColor

from kwan.lessons.report.document import Block, Prose, Register, Report, Section
from kwan.lessons.report.docx_marks import page_number, repeat, rule, whole
from kwan.lessons.report.docx_thai import saved, set_in_thai, spoken
from kwan.lessons.report.leaf import Leaf, columns_of_numbers, leaves
from kwan.lessons.report.shown import Key, key
from kwan.lessons.report.typeface import document_day, png
from kwan.lessons.report.wording import word
from kwan.lessons.rules import Figure, Lang, Sentence
from kwan.pictures import Picture, verdict
from kwan.pictures import Verdict as Mark

INK: Final = RGBColor(0x14, 0x26, 0x2A)
QUIET: Final = RGBColor(0x47, 0x59, 0x5D)
LAKE: Final = RGBColor(0x0A, 0x64, 0x5E)
AMBER: Final = RGBColor(0x82, 0x4D, 0x00)
PENCIL: Final = RGBColor(0x5F, 0x70, 0x74)
COLOURS: Final[dict[Mark, RGBColor]] = {
    "supported": LAKE,
    "partly": LAKE,
    "not_supported": AMBER,
    "not_enough": PENCIL,
}
SIZES: Final = {"Normal": 11, "Title": 22, "Subtitle": 11, "Heading 1": 16, "Heading 2": 13, "Quote": 11}
SMALL: Final = 9.5
INDENT: Final = Mm(9)
TABLE_WIDTH: Final = 150  # millimetres
REGISTER_WIDTHS: Final = (12, 62, 32, 16, 34)


def to_docx(report: Report, lang: Lang) -> bytes:
    """Return the report as DOCX. The same books give the same bytes."""
    paper = _Paper(report, lang)
    paper.write()
    title = report.title.en if lang == "en" else report.title.th
    return saved(paper.document, title, report.name, document_day(report), lang)


class _Paper:
    """The document while it is written."""

    def __init__(self, report: Report, lang: Lang) -> None:
        self.report, self.lang = report, lang
        self.document = Document()
        self.leaves = leaves(report, lang, "paper")
        self.told: set[Key] = set()
        self.marks: dict[Mark, bytes] = {}

    def write(self) -> None:
        """Write the whole report."""
        self.set_up()
        self.line("Subtitle", self.report.subtitle.sentence(self.lang))
        title = self.report.title.en if self.lang == "en" else self.report.title.th
        self.say(self.document.add_paragraph(style="Title"), title)
        for section in self.report.sections:
            self.section(section)

    def set_up(self) -> None:
        """Set the page, the sizes, the fonts of both scripts, and the foot."""
        page = self.document.sections[0]
        page.page_width, page.page_height = Mm(210), Mm(297)
        page.left_margin = page.right_margin = Mm(22)
        page.top_margin, page.bottom_margin = Mm(20), Mm(20)
        for name, size in SIZES.items():
            style = self.document.styles[name]
            style.font.size, style.font.color.rgb = Pt(size), QUIET if name == "Subtitle" else INK
            style.paragraph_format.space_after = Pt(6)
        self.document.styles["Normal"].paragraph_format.line_spacing = 1.25
        for name in ("Title", "Heading 1", "Heading 2"):
            self.document.styles[name].font.bold = True
            self.document.styles[name].paragraph_format.keep_with_next = True
        set_in_thai(self.document)
        foot = page.footer.paragraphs[0]
        self.say(foot, f"{self.report.name} · {self.word('page')} ", small=True)
        page_number(foot)

    def word(self, name: str, **filled: str) -> str:
        """Return one of our own words."""
        return word(name, self.lang, **filled)

    def say(
        self, paragraph: Any, text: str, *, bold: bool = False, small: bool = False, colour: Any = None
    ) -> None:
        """Add a run to a paragraph."""
        run = paragraph.add_run(text)
        if bold:
            run.bold = True
        if small:
            run.font.size = Pt(SMALL)
        if colour is not None:
            run.font.color.rgb = colour
        spoken(run, self.lang)

    def line(self, style: str, sentence: Sentence, paragraph: Any = None) -> Any:
        """Add a sentence, its figures in bold, to a paragraph or as one of its own."""
        paragraph = self.document.add_paragraph(style=style) if paragraph is None else paragraph
        for span in sentence:
            is_figure = isinstance(span.slot, Figure)
            self.say(paragraph, span.text, bold=is_figure, colour=LAKE if is_figure else None)
        return paragraph

    def note(self, text: str, *, label: str = "") -> None:
        """Add a small paragraph under a claim."""
        if not text:
            return
        paragraph = self.document.add_paragraph()
        paragraph.paragraph_format.left_indent = INDENT
        paragraph.paragraph_format.space_after = Pt(3)
        if label:
            self.say(paragraph, f"{label}: ", bold=True, small=True, colour=QUIET)
        self.say(paragraph, text, small=True, colour=QUIET)

    def section(self, section: Section) -> None:
        """Write a section. The front page is alone on its page."""
        title = section.title.en if self.lang == "en" else section.title.th
        self.say(self.document.add_paragraph(style=f"Heading {section.level}"), title)
        for block in section.blocks:
            self.block(block)
        if section is self.report.sections[0]:
            self.document.add_page_break()  # type: ignore[no-untyped-call]

    def block(self, block: Block) -> None:
        """Write a paragraph, a claim in full (the first time) or in short, or the register."""
        if isinstance(block, Prose):
            paragraph = self.line("Normal", block.sentence(self.lang))
            if self.lang == "th":
                paragraph.alignment = WD_ALIGN_PARAGRAPH.THAI_JUSTIFY
        elif isinstance(block, Register):
            self.register([self.leaves[key(claim)] for claim in block.claims])
        else:
            own = key(block.claim)
            self.sentence(self.leaves[own])
            if block.how == "full" and own not in self.told:
                self.told.add(own)
                self.behind(self.leaves[own])

    def sentence(self, leaf: Leaf) -> None:
        """Write a claim's mark and sentence, and under it the verdict in words."""
        paragraph = self.document.add_paragraph()
        paragraph.paragraph_format.left_indent, paragraph.paragraph_format.first_line_indent = INDENT, -INDENT
        paragraph.paragraph_format.tab_stops.add_tab_stop(INDENT)
        paragraph.paragraph_format.space_before, paragraph.paragraph_format.space_after = Pt(8), Pt(0)
        paragraph.paragraph_format.keep_with_next = True
        self.draw(paragraph, self.mark(leaf.mark), leaf.verdict, Mm(4.6))
        self.say(paragraph, "\t")
        self.line("", leaf.sentence, paragraph)
        under = self.document.add_paragraph()
        under.paragraph_format.left_indent = INDENT
        self.say(under, leaf.verdict, bold=True, small=True, colour=COLOURS[leaf.mark])
        self.say(under, f"   {self.word('number')} {leaf.number}", small=True, colour=PENCIL)

    def mark(self, kind: Mark) -> bytes:
        """Return a verdict's mark, drawn once."""
        if kind not in self.marks:
            self.marks[kind] = png(verdict(kind, self.lang, "paper"))
        return self.marks[kind]

    def draw(self, paragraph: Any, picture: bytes, alt: str, width: Any) -> None:
        """Add a picture with its sentence for those who cannot see it."""
        shape = paragraph.add_run().add_picture(BytesIO(picture), width=width)
        shape._inline.docPr.set("descr", alt)  # noqa: SLF001 - python-docx has no word for it

    def behind(self, leaf: Leaf) -> None:
        """Write what stands behind a claim: the group's reply, the picture, the tables, the working, why."""
        if leaf.reply:
            paragraph = self.document.add_paragraph(style="Quote")
            self.say(paragraph, f"{leaf.reply} — {self.word('reply')}")
        if leaf.picture:
            self.picture(leaf.picture)
        if leaf.table:
            self.table(leaf.table)
        self.note(leaf.why)
        for gap in leaf.gaps:
            self.note(gap)
        working = " · ".join(f"{work.what} {work.figure}" for work in leaf.working if not work.is_part)
        self.note(working, label=self.word("working"))
        if leaf.sealed:
            self.note(self.word(leaf.withheld))
        elif leaf.entries:
            self.note(self.word("rests", all=f"{leaf.entries:,}"))

    def picture(self, picture: Picture) -> None:
        """Write a picture and its table."""
        paragraph = self.document.add_paragraph()
        paragraph.paragraph_format.left_indent, paragraph.paragraph_format.keep_with_next = INDENT, True
        self.draw(paragraph, png(picture.svg), picture.sentence(self.lang), Mm(90))
        rows = [[cell.text for cell in row] for row in picture.table.rows]
        self.table(rows, [cell.text for cell in picture.table.headings])

    def table(
        self, rows: Sequence[Sequence[str]], head: Sequence[str] = (), widths: Sequence[int] = ()
    ) -> None:
        """Write a ruled table; its head is repeated on the next page. `widths` in millimetres."""
        lines = [head, *rows] if head else list(rows)
        numbers = columns_of_numbers(rows)
        table = self.document.add_table(len(lines), len(numbers))
        table.autofit = False
        for column, width in zip(table.columns, widths or _widths(len(numbers)), strict=True):
            column.width = Mm(width)
        rule(table, INDENT)
        for at, line in enumerate(lines):
            whole(table.rows[at])
            for place, text in enumerate(line):
                cell = table.cell(at, place)
                cell.width = Mm((widths or _widths(len(numbers)))[place])
                paragraph = cell.paragraphs[0]
                paragraph.paragraph_format.space_after = Pt(1)
                if numbers[place]:
                    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
                self.say(paragraph, text, small=True, bold=bool(head) and not at)
            if len(line) < len(numbers):
                table.cell(at, len(line) - 1).merge(table.cell(at, len(numbers) - 1))
        if head:
            repeat(table.rows[0])
        self.document.add_paragraph().paragraph_format.space_after = Pt(2)

    def register(self, told: Sequence[Leaf]) -> None:
        """Write every claim as a row."""
        head = [self.word(name) for name in ("number", "question", "verdict", "how_many", "mark")]
        rows = [
            [
                str(leaf.number),
                leaf.question,
                leaf.verdict,
                f"{leaf.entries:,}" if leaf.entries else "–",
                leaf.digest,
            ]
            for leaf in told
        ]
        self.table(rows, head, REGISTER_WIDTHS)


def _widths(columns: int) -> list[int]:
    """Return the widths of a table's columns in millimetres: the first one wide, for it names the row."""
    others = 90 // max(columns, 2)
    return [TABLE_WIDTH - others * (columns - 1), *[others] * (columns - 1)]
