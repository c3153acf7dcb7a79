"""The report as JSON: every sentence in both languages with its figures, and what each rests on.

The text is canonical: keys sorted, no spaces, Thai as it is, so the same books give the same bytes.
Satang, gram and counts are integers; what was divided (shares, p) is a decimal number in a string.
"""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from kwan.journal.queries import BookHead
from kwan.journal.rules import canonical
from kwan.lessons.claims.judging import Judged
from kwan.lessons.report import shown
from kwan.lessons.report.document import Block, Prose, Report, Section, Told
from kwan.lessons.report.evidence import Row, entry_rows, rounds_behind
from kwan.lessons.rules import VERDICTS, Figure, Lang, Name, Sentence, Slot, plain, say

Json = dict[str, Any]


def to_json(report: Report, lang: Lang) -> str:
    """Return the report as canonical JSON. `lang` is noted; both languages are in it whatever it is."""
    return canonical(to_plain(report, lang))


def to_evidence(report: Report, lang: Lang) -> str:
    """Return the report as canonical JSON with the entries behind it, each once: a PDF carries it along."""
    rests_on = {pair for claim in report.claims if not claim.claim.sealed for pair in claim.evidence}
    whole = {each: None for claim in report.claims for each in rounds_behind(claim, report.last_entry(claim))}
    told = (*(each.row() for each in whole), *entry_rows(sorted(rests_on)))
    return canonical({**to_plain(report, lang), "rows": [_row(row) for row in told]})


def to_plain(report: Report, lang: Lang) -> Json:
    """Return the report as JSON values: `group` or `project`, `lang`, `heads`, `claims`, `sections`."""
    return {
        report.kind: report.name,
        "lang": lang,
        "title": _both(report.title),
        "heads": [_head(head) for head in report.heads],
        "claims": [_claim(report, claim, report.last_entry(claim)) for claim in report.claims],
        "sections": [_section(report, section) for section in report.sections],
    }


def _head(head: BookHead) -> Json:
    return {
        "book": head.book,
        "uid": head.uid,
        "name": head.name,
        "last_entry": head.last_entry,
        "hash": head.hash,
    }


def _claim(report: Report, claim: Judged, upto: int) -> Json:
    finding = claim.finding
    th, en = VERDICTS[claim.verdict]
    told = {
        "number": report.number_of(claim),
        "id": claim.id,
        "about": claim.claim.about,
        "book": claim.book,
        "group": claim.group,
        "sealed": claim.claim.sealed,
        "question": {"th": claim.claim.th, "en": claim.claim.en},
        "verdict": claim.verdict,
        "verdict_words": {"th": th, "en": en},
        "text": _said(finding.th, finding.en),
        "figures": [_figure(figure) for figure in _figures(finding.th)],
        "why": _said(finding.why_th, finding.why_en),
        "table": [[_slot(slot) for slot in row] for row in finding.table],
        "measures": {id_: _measure(one) for id_, one in shown.measures(claim).items()},
        "statistics": {name: _number(value) for name, value in shown.statistics(claim).items()},
        "evidence": [{"book": book, "entry": entry} for book, entry in shown.evidence(claim, upto)],
        "digest": shown.fingerprint(claim, upto),
        "gaps": [{"code": gap.code, **_said(gap.th, gap.en)} for gap in claim.gaps],
    }
    reply = report.replies.get(shown.key(claim))
    return {**told, "reply": reply} if reply else told


def _figures(sentence: Sentence) -> Iterable[Figure]:
    return (span.slot for span in sentence if isinstance(span.slot, Figure))


def _figure(figure: Figure) -> Json:
    """Return a figure as it reads, its value, and where it comes from."""
    source: Json = {"statistic": figure.name} if figure.measure is None else {"measure": figure.measure}
    if figure.part is not None:
        source["part"] = figure.part
    if figure.of_parts:
        source["of_parts"] = True
    return {"text": figure.text(), "value": _number(figure.value), "unit": figure.unit, **source}


def _slot(slot: Slot) -> Json:
    if isinstance(slot, Figure):
        return _figure(slot)
    return _said(say("{it}", {"it": slot}, "th"), say("{it}", {"it": slot}, "en"))


def _measure(one: shown.Shown) -> Json:
    told: Json = {"unit": one.unit}
    if one.value is not None:
        told["value"] = one.value
    return {**told, "parts": dict(one.parts)} if one.parts else told


def _number(value: shown.Statistic) -> Any:
    return f"{value:f}" if isinstance(value, Decimal) else value


def _section(report: Report, section: Section) -> Json:
    blocks = [_block(report, block) for block in section.blocks]
    return {"id": section.id, "title": _both(section.title), "level": section.level, "blocks": blocks}


def _block(report: Report, block: Block) -> Json:
    match block:
        case Prose():
            return {"kind": "prose", "text": _said(block.th, block.en)}
        case Told():
            number = report.number_of(block.claim)
            return {"kind": "claim", "number": number, "id": block.claim.id, "how": block.how}
        case _:
            return {"kind": "register", "numbers": [report.number_of(claim) for claim in block.claims]}


def _row(row: Row) -> Json:
    told: Json = {"book": row.book, "on": row.on.isoformat(), "what": _both(row.what)}
    if row.amount.th:
        told["amount"] = _both(row.amount)
    return told if row.entry is None else {**told, "entry": row.entry}


def _both(name: Name) -> Json:
    return {"th": name.th, "en": name.en}


def _said(th: Sentence, en: Sentence) -> Json:
    return {"th": plain(th), "en": plain(en)}
