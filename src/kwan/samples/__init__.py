"""The demo's data: two workbooks such as groups keep them, untidy as real ones. The people in them are invented."""

from pathlib import Path

HERE = Path(__file__).parent


def workbooks() -> list[Path]:
    """Return the sample workbooks, by name."""
    return sorted(HERE.glob("*.xlsx"))
