"""What is Thai about the books: dates, sums in words, PromptPay, names of places, dictionary order.

Pure functions of their arguments. What they cannot take they refuse with a sentence in Thai and
English (`Refused`, a `ValueError`). Places are in `kwan.thai.places`, for their table is large.
"""

from kwan.thai.baht import baht_text
from kwan.thai.collate import normalise, sara_am_for_resvg, sort_key
from kwan.thai.date_styles import DATE_STYLES, buddhist_year, format_date
from kwan.thai.dates import parse_date, parse_month
from kwan.thai.digits import from_thai_digits, to_thai_digits
from kwan.thai.numbers import Number, read_number, read_satang
from kwan.thai.promptpay import promptpay
from kwan.thai.refused import Refused, quoted

__all__ = [
    "DATE_STYLES",
    "Number",
    "Refused",
    "baht_text",
    "buddhist_year",
    "format_date",
    "from_thai_digits",
    "normalise",
    "parse_date",
    "parse_month",
    "promptpay",
    "quoted",
    "read_number",
    "read_satang",
    "sara_am_for_resvg",
    "sort_key",
    "to_thai_digits",
]
