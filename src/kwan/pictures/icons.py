"""Small icons on a 24 × 24 grid, drawn with one round pen 1.75 wide."""

from __future__ import annotations

from typing import Final

from kwan.pictures.drawing import Svg, element

ICON: Final = {
    "today": "M4 11.5 12 5l8 6.5M6.2 10v9h11.6v-9M10 19v-5h4v5",
    "savings": (
        "M5 4.5h11.5A1.5 1.5 0 0 1 18 6v14H6.5A1.5 1.5 0 0 1 5 18.5z"
        "M5 18.5A1.5 1.5 0 0 1 6.5 17H18M8.5 8.5h6M8.5 11.5h4"
    ),
    "making": "M8.2 4h7.6v3H8.2zM7.5 7h9l2 4.5V20h-13v-8.5zM9 14h6M9 17h4",
    "orders": "M4 9.5h16L18.2 20H5.8zM8 9.5 11 4M16 9.5 13 4M9.5 13v3.5M14.5 13v3.5",
    "report": "M6 3.5h8.2l4.3 4.2v12.8H6zM14 3.8V8h4.3M9 12h6.5M9 15h6.5M9 18h4",
    "more": "M4 6.5h6.5V13H4zM13.5 6.5H20V13h-6.5zM4 16.5h16M4 20h10",
    "back": "M14.5 5.5 8 12l6.5 6.5",
    "go": "M9.5 5.5 16 12l-6.5 6.5",
    "down": "M5.5 9.5 12 16l6.5-6.5",
    "tick": "m5 12.5 4.5 4.5L19 7.5",
    "cross": "M6.5 6.5l11 11M17.5 6.5l-11 11",
    "plus": "M12 5.5v13M5.5 12h13",
    "ask": (
        "M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17"
        "M9.5 9.8a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.1.9-1.1 1.7M12 16.6v.1"
    ),
    "heed": "M12 4 3.5 19h17zM12 10v4.4M12 16.7v.1",
    "truck": (
        "M3 6.5h11v10H3zM14 10h4l3 3.5v3h-7M9.4 17.5a1.9 1.9 0 1 1-3.8 0a1.9 1.9 0 0 1 3.8 0"
        "M18.9 17.5a1.9 1.9 0 1 1-3.8 0a1.9 1.9 0 0 1 3.8 0"
    ),
    "coins": (
        "M4.5 7c0-1.7 3.4-3 7.5-3s7.5 1.3 7.5 3-3.4 3-7.5 3-7.5-1.3-7.5-3v5c0 1.7 3.4 3 7.5"
        " 3s7.5-1.3 7.5-3V7M4.5 12v5c0 1.7 3.4 3 7.5 3s7.5-1.3 7.5-3v-5"
    ),
    "apron": "M9 4c0 4 6 4 6 0M9 4v4c0 1.5-2 2.5-3 3v9h12v-9c-1-.5-3-1.5-3-3V4M9 14h6v3H9z",
    "phone": (
        "M8.5 3h7A1.5 1.5 0 0 1 17 4.5v15a1.5 1.5 0 0 1-1.5 1.5h-7A1.5 1.5 0 0 1 7 19.5v-15A1.5"
        " 1.5 0 0 1 8.5 3zM10.7 18h2.6"
    ),
    "print": "M7 9V4h10v5M7 17H4.5V9.5h15V17H17M7 14.5h10V20H7z",
    "list": "M5 6.5h9M5 11.5h6M5 16.5h6M14 15.5l2.5 2.5 4.5-5.5",
    "clock": "M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17M12 7.5V12l3 2.5",
    "leaf": "M5 19C5 9 10 4.5 19.5 4.5 19.5 14 15 19 5 19zM5 19c3-5 6-7.5 9.5-9",
    "people": (
        "M9 11.2a3.2 3.2 0 1 1 0-6.4 3.2 3.2 0 0 1 0 6.4M3 19c.3-3.7 2.6-5.5 6-5.5s5.7 1.8 6 5.5"
        "M15.5 5.2a3 3 0 0 1 0 5.6M17.3 13.8c2.2.7 3.5 2.4 3.7 5.2"
    ),
    "flower": (
        "M12 11.5c-2.2-1.8-2.6-5 0-7.5 2.6 2.5 2.2 5.7 0 7.5z"
        "M12 11.5c-2.7.6-5.6-.8-6.2-4.2 3.5-.4 5.8 1.4 6.2 4.2z"
        "M12 11.5c2.7.6 5.6-.8 6.2-4.2-3.5-.4-5.8 1.4-6.2 4.2zM12 11.5V20.5"
        "M12 19c-2.5 0-4.3-1-5-3 2.7-.4 4.5.7 5 3z"
    ),
    "heart": (
        "M12 19.5C6 15.5 3.5 12.4 3.5 9.2 3.5 6.7 5.3 5 7.6 5 9.5 5 11.1 6.1 12 8c.9-1.9 2.5-3"
        " 4.4-3 2.3 0 4.1 1.7 4.1 4.2 0 3.2-2.5 6.3-8.5 10.3z"
    ),
    "box": "M4 8l8-4 8 4v8.5l-8 4-8-4zM4 8l8 4 8-4M12 12v8.5",
    "pen": "M5 19l1-4.5L16 4.5l3.5 3.5L9.5 18zM13.5 7 17 10.5",
    "upload": "M12 15.5V4.5M7.5 9 12 4.5 16.5 9M4.5 15v4.5h15V15",
    "download": "M12 4.5v11M7.5 11l4.5 4.5 4.5-4.5M4.5 15v4.5h15V15",
    "search": "M10.5 4.5a6 6 0 1 1 0 12 6 6 0 0 1 0-12M15 15l5 5",
    "speech": "M4 5.5h16v11h-9L6.5 20v-3.5H4z",
    "goal": "M6 20.5V4M6 4.5h11.5l-2.5 3.7 2.5 3.8H6",
    "language": (
        "M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17M3.5 12h17M12 3.5c5 5 5 12 0 17M12 3.5c-5 5-5 12 0 17"
    ),
}

# The sign on the cover: a flower over the waves of the lake, in a ring.
BRAND: Final = (
    "M17 1.5a15.5 15.5 0 1 1 0 31 15.5 15.5 0 0 1 0-31"
    "M5.5 20.5c3.8-3 7.7 3 11.5 0s7.7 3 11.5 0M9 26c2.7-2 5.3 2 8 0s5.3 2 8 0"
    "M17 16.5c-3.2-2.2-3.2-6.8 0-10 3.2 3.2 3.2 7.8 0 10"
    "M17 16.5c-3.5.5-6-1.8-6-6 1.7 0 3 .6 4 1.7M17 16.5c3.5.5 6-1.8 6-6-1.7 0-3 .6-4 1.7"
)


def icon(name: str) -> Svg:
    """Draw an icon, hidden from screen readers: words must stand beside it. KeyError if there is none."""
    return Svg(
        element(
            "svg",
            element("path", d=ICON[name]),
            class_="ico",
            viewBox="0 0 24 24",
            aria_hidden="true",
            focusable="false",
        )
    )


def brand() -> Svg:
    """Draw the sign on the cover."""
    return Svg(
        element(
            "svg",
            element("path", d=BRAND),
            class_="ico",
            viewBox="0 0 34 34",
            aria_hidden="true",
            focusable="false",
        )
    )
