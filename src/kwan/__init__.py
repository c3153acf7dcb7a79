"""Kwan keeps the books of village livelihood groups and writes their report from those books."""

import sys

try:
    # Many systems ship a SQLite whose write-ahead log can corrupt itself (3.7.0 to 3.51.2).
    # Where the wheel exists, Django gets this newer one; it must happen before Django is imported.
    import pysqlite3
except ImportError:
    pass
else:
    sys.modules["sqlite3"] = pysqlite3
    sys.modules["sqlite3.dbapi2"] = pysqlite3.dbapi2
