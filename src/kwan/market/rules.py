"""What a buyer is to the group."""

from collections.abc import Mapping

CHANNELS: Mapping[str, tuple[str, str]] = {
    "hospital": ("โรงพยาบาล", "Hospital"),
    "health_centre": ("รพ.สต.", "Health centre"),
    "local_government": ("อปท.", "Local government"),
    "agency": ("หน่วยราชการ", "Government office"),
    "shop": ("ร้านค้า", "Shop"),
    "retail": ("ลูกค้าปลีก", "Retail"),
    "other": ("ช่องทางอื่น", "Other"),
}
AGENCIES = ("hospital", "health_centre", "local_government", "agency")


def amount(quantity: int, unit_price: int) -> int:
    """Return what a line of an order comes to, in satang."""
    return quantity * unit_price
