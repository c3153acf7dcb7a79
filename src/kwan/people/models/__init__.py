"""The register of a group, and who may come in."""

from kwan.people.models.consents import ConsentGiven, ConsentWithdrawn
from kwan.people.models.entrance import DoorKey, Pairing, WrongTry
from kwan.people.models.register import (
    BankAccount,
    GroupDetails,
    Joining,
    Leaving,
    LegalForm,
    MemberDescribed,
    OfficeLeft,
    OfficeTaken,
    Returning,
    ToldApart,
)
from kwan.people.models.seats import OFFICERS, ROLES, Seat

__all__ = [
    "OFFICERS",
    "ROLES",
    "BankAccount",
    "ConsentGiven",
    "ConsentWithdrawn",
    "DoorKey",
    "GroupDetails",
    "Joining",
    "Leaving",
    "LegalForm",
    "MemberDescribed",
    "OfficeLeft",
    "OfficeTaken",
    "Pairing",
    "Returning",
    "Seat",
    "ToldApart",
    "WrongTry",
]
