"""The five steps of a closing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping

Stage: TypeAlias = Literal["open", "proposed", "checked", "approved", "locked"]

STAGES: Final[Mapping[Stage, tuple[str, str]]] = {
    "open": ("กำลังเดินรอบ", "running"),
    "proposed": ("เหรัญญิกเสนอยอดแล้ว", "proposed"),
    "checked": ("กรรมการอีกคนตรวจแล้ว", "checked by another officer"),
    "approved": ("ที่ประชุมรับรองแล้ว", "approved by the meeting"),
    "locked": ("ปิดรอบแล้ว", "locked"),
}
FOLLOWS: Final[Mapping[str, tuple[tuple[Stage, ...], Stage]]] = {
    "proposed": (("open",), "proposed"),
    "withdrawn": (("proposed", "checked"), "open"),
    "checked": (("proposed",), "checked"),
    "approved": (("checked",), "approved"),
    "locked": (("approved",), "locked"),
}


def stage_after(stage: Stage, step: str) -> Stage | None:
    """Return where a closing stands after a step ("proposed", "withdrawn" …), None where it may not be taken."""
    before, after = FOLLOWS[step]
    return after if stage in before else None
