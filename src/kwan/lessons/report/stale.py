"""Which sentences of an earlier edition no longer hold."""

from collections.abc import Mapping

from kwan.lessons.claims.judging import Judged
from kwan.lessons.report.document import Report
from kwan.lessons.report.shown import Key, fingerprint, key


def digests(report: Report) -> dict[Key, str]:
    """Return the fingerprint of every claim of a report, for an edition to keep."""
    return {key(claim): fingerprint(claim, report.last_entry(claim)) for claim in report.claims}


def stale(before: Mapping[Key, str], report: Report) -> list[Judged]:
    """Return the claims that say or rest on something else than in the edition kept, in the report's order.

    A claim that the edition did not have is new, not stale.
    """
    now = digests(report)
    return [claim for claim in report.claims if before.get(key(claim), now[key(claim)]) != now[key(claim)]]
