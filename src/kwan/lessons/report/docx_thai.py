"""What Word needs to set Thai rightly, and to write the same bytes twice.

Word keeps two of everything: a font, a size, a boldness and a language for plain letters, and others for
complex scripts such as Thai. What is set for one only leaves the other in whatever font the machine likes best.
"""

from datetime import date, datetime
from io import BytesIO
from typing import Any, Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from kwan.lessons.report.typeface import SARABUN

_FONTS: Final = ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia")
# A theme's font wins over a named one. The complex-script attribute is really spelt with a small t.
_THEMES: Final = ("w:asciiTheme", "w:hAnsiTheme", "w:cstheme", "w:eastAsiaTheme")
_TWIN: Final = {"w:b": "w:bCs", "w:i": "w:iCs", "w:sz": "w:szCs"}
# The order that the schema asks of run properties (ECMA-376, 17.3.2.28), as far as we use them.
_ORDER: Final = (
    "w:rStyle", "w:rFonts", "w:b", "w:bCs", "w:i", "w:iCs", "w:caps", "w:smallCaps", "w:color", "w:spacing",
    "w:kern", "w:sz", "w:szCs", "w:u", "w:vertAlign", "w:cs", "w:lang",
)  # fmt: skip


def set_in_thai(document: Document) -> None:
    """Give every style, and what stands in none, Sarabun for both scripts, twin sizes and a Thai language."""
    styles = document.styles.element
    for properties in [*styles.iter(qn("w:rPr"))]:
        _fonts(properties)
        _twins(properties)
        _tidy(properties)
    defaults = styles.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    if defaults is not None:
        _language(defaults)


def spoken(run: Any, lang: str) -> None:
    """Mark a run's properties as complex script in Thai, with the twins of what it has."""
    properties = run._r.get_or_add_rPr()  # noqa: SLF001 - python-docx has no word for complex scripts
    _twins(properties)
    if lang == "th":
        properties.append(OxmlElement("w:cs"))
    _language(properties)
    _tidy(properties)


def _fonts(properties: Any) -> None:
    fonts = properties.find(qn("w:rFonts"))
    if fonts is None:
        fonts = OxmlElement("w:rFonts")
        properties.append(fonts)
    for name in _FONTS:
        fonts.set(qn(name), SARABUN)
    for name in _THEMES:
        fonts.attrib.pop(qn(name), None)


def _twins(properties: Any) -> None:
    """Repeat boldness, slant and size for complex scripts."""
    for plain, twin in _TWIN.items():
        found, old = properties.find(qn(plain)), properties.find(qn(twin))
        if old is not None:
            properties.remove(old)
        if found is not None:
            made = OxmlElement(twin)
            made.attrib.update(found.attrib)
            properties.append(made)


def _language(properties: Any) -> None:
    found = properties.find(qn("w:lang"))
    if found is None:
        found = OxmlElement("w:lang")
        properties.append(found)
    found.set(qn("w:val"), "en-US")
    found.set(qn("w:eastAsia"), "en-US")
    found.set(qn("w:bidi"), "th-TH")


def _tidy(properties: Any) -> None:
    """Put the properties into the order that the schema asks for; what we do not know goes last but one."""
    rank = {qn(name): place for place, name in enumerate(_ORDER)}
    ordered = sorted(properties, key=lambda child: rank.get(child.tag, len(_ORDER) - 2))
    for child in ordered:
        properties.append(child)


def saved(document: Document, title: str, author: str, day: date, lang: str) -> bytes:
    """Return the document's bytes: dated `day`, its parts in one order and with one timestamp."""
    core = document.core_properties
    moment = datetime(day.year, day.month, day.day)  # noqa: DTZ001 - Word's own dates know no zone
    core.title, core.author, core.last_modified_by = title, author, author
    core.language, core.comments, core.revision = "th-TH" if lang == "th" else "en-US", "", 1
    core.created = core.modified = moment
    raw = BytesIO()
    document.save(raw)
    return _packed_again(raw, day)


def _packed_again(raw: BytesIO, day: date) -> bytes:
    """Return the package with its parts sorted (the list of types first, as Word writes it) and dated."""
    packed = BytesIO()
    with ZipFile(raw) as given, ZipFile(packed, "w") as made:
        for name in sorted(given.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            part = ZipInfo(name, (max(day.year, 1980), day.month, day.day, 0, 0, 0))
            part.compress_type, part.create_system = ZIP_DEFLATED, 0
            made.writestr(part, given.read(name))
    return packed.getvalue()
