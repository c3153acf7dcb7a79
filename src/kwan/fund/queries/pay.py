"""What the group paid its members."""

from django.db.models import Sum

from kwan.fund.models import Pay
from kwan.journal import queries as journal


def pay_by_month(book: int) -> dict[int, int]:
    """Return what the group paid its members in each month (yyyymm), satang."""
    rows = journal.standing_rows(Pay, book).values_list("month").annotate(sum=Sum("satang")).order_by("month")
    return dict(rows)
