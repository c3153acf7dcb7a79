"""Thai digits ๐–๙ and the ordinary 0–9."""

_THAI = "๐๑๒๓๔๕๖๗๘๙"
_ORDINARY = "0123456789"
_FROM_THAI = str.maketrans(_THAI, _ORDINARY)
_TO_THAI = str.maketrans(_ORDINARY, _THAI)


def from_thai_digits(text: str) -> str:
    """Write ๑๒๓ as 123; everything else stays."""
    return text.translate(_FROM_THAI)


def to_thai_digits(text: str) -> str:
    """Write 123 as ๑๒๓; everything else stays."""
    return text.translate(_TO_THAI)
