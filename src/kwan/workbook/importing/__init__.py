"""Importing: groups' own workbooks into their books, every row posted, held or skipped, nothing half-written.

A row's identity is its paper's own key, never its place in the file. The same key with the same content is
already there; with other content it is held as a difference; a key that is gone from the file is listed.
"""

from kwan.workbook.importing.bringing import bring_in, bring_in_group, post_correction
from kwan.workbook.importing.looking import by_group, look
from kwan.workbook.importing.results import Door, Imported, Looked, Source, Understanding
from kwan.workbook.importing.running import Refused, Run, run

__all__ = [
    "Door",
    "Imported",
    "Looked",
    "Refused",
    "Run",
    "Source",
    "Understanding",
    "bring_in",
    "bring_in_group",
    "by_group",
    "look",
    "post_correction",
    "run",
]
