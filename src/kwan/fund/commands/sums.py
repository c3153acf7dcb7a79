"""What every command about money asks of its sums."""

from kwan.journal.rules import Refusal


def positive(satang: int) -> None:
    """Refuse a sum that is not above zero."""
    if satang <= 0:
        raise Refusal("not_positive", "จำนวนเงินต้องมากกว่าศูนย์", "The sum must be above zero.")
