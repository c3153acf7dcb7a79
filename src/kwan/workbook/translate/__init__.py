"""From understood rows to commands: what each row of a sheet says happened.

One function a kind of sheet. Each yields intents (a command, its key, the rows it comes from) or holds a row.
Nothing here asks a database; who is unknown to the book is found out when the commands are decided.
"""

from kwan.workbook.translate import goods, lessons, money, people
from kwan.workbook.translate.intents import Context, Intent, Translator, translated

# The kinds of sheet in the order in which their rows must stand in the book.
TRANSLATORS: dict[str, Translator] = {
    "group": people.group,
    "members": people.members,
    "buyers": goods.buyers,
    "passbook": money.passbook,
    "income": money.pay,
    "fund": money.fund,
    "debts": money.debts,
    "materials": goods.materials,
    "batches": goods.batches,
    "orders": goods.orders,
    "rounds": lessons.rounds,
    "activities": lessons.activities,
    "indicators": lessons.indicators,
    "notes": lessons.notes,
}

__all__ = ["TRANSLATORS", "Context", "Intent", "translated"]
