"""What Word knows of tables and feet, and python-docx has no word for."""

from typing import Any, Final

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Length

RULE: Final = "C9D9D2"
EIGHTHS_OF_A_POINT: Final = "4"


def rule(table: Any, indent: Length) -> None:
    """Rule a table as a ledger is ruled, lines between its rows and none between its columns; set it in."""
    properties = table._tbl.tblPr  # noqa: SLF001
    lines = OxmlElement("w:tblBorders")
    for side in ("w:top", "w:bottom", "w:insideH"):
        lines.append(_made(side, val="single", sz=EIGHTHS_OF_A_POINT, space="0", color=RULE))
    layout = properties.find(qn("w:tblLayout"))
    place = list(properties).index(layout) if layout is not None else len(properties)
    properties.insert(place, _made("w:tblInd", w=str(indent.twips), type="dxa"))
    properties.insert(place + 1, lines)


def repeat(row: Any) -> None:
    """Mark a table's row as its head, repeated on every page."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001


def whole(row: Any) -> None:
    """Keep a table's row on one page."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001


def page_number(paragraph: Any) -> None:
    """Add the field that Word fills with the page's number."""
    paragraph._p.append(_made("w:fldSimple", instr="PAGE"))  # noqa: SLF001


def _made(tag: str, **attributes: str) -> Any:
    element = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), value)
    return element
