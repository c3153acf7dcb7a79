"""A copy of the books in one file, and the books from such a copy.

The file is a zip of one table a part, a row a line in canonical JSON: the same for SQLite and PostgreSQL,
so that a copy of the one can become the other. What is personal is locked with the installation's key,
which is never in the file.
"""

from kwan.journal.backup.commands import COMMANDS, BringBack
from kwan.journal.backup.loading import is_empty, load
from kwan.journal.backup.reading import Copy, Unusable, opened
from kwan.journal.backup.writing import write

__all__ = ["COMMANDS", "BringBack", "Copy", "Unusable", "is_empty", "load", "opened", "write"]
