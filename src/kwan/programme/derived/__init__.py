"""Derived tables: what several measures ask of the facts in the same way, said once.

Each is one `.sql` file with one SELECT in the words of a measure. The runner defines them behind the facts, so they
are bounded to the same books and entries. Earlier ones may be read by later ones.
"""

from functools import cache
from pathlib import Path
from typing import Final

HERE: Final = Path(__file__).parent
IN_ORDER: Final = ("member_today", "debts_told")


@cache
def definitions() -> dict[str, str]:
    """Return the SELECT of every derived table by its name, in the order in which they build on each other."""
    return {name: (HERE / f"{name}.sql").read_text(encoding="utf-8").strip() for name in IN_ORDER}
