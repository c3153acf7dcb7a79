"""The forms a report comes in, by the name a person asks for it."""

from collections.abc import Callable

from kwan.lessons.report.as_docx import to_docx
from kwan.lessons.report.as_html import to_html
from kwan.lessons.report.as_json import to_json
from kwan.lessons.report.as_pdf import to_pdf
from kwan.lessons.report.document import Report
from kwan.lessons.rules import Lang

FORMATS: dict[str, Callable[[Report, Lang], bytes]] = {
    "docx": to_docx,
    "html": lambda report, lang: to_html(report, lang).encode(),
    "json": lambda report, lang: to_json(report, lang).encode(),
    "pdf": to_pdf,
}
