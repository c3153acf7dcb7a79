"""The one way the ground floor says no: a sentence in two languages."""

LONGEST_QUOTE = 40


class Refused(ValueError):
    """What was typed cannot be taken as it stands, and why.

    `th` and `en` are whole sentences for the person who typed it. Show the one of their language;
    `str()` gives both.
    """

    def __init__(self, th: str, en: str) -> None:
        """Keep both sentences; `args` holds them too, so that the refusal can be pickled."""
        super().__init__(th, en)
        self.th = th
        self.en = en

    def __str__(self) -> str:
        """Both sentences, Thai first."""
        return f"{self.th} · {self.en}"


def quoted(value: object) -> str:
    """Show what was typed inside a sentence, cut short when it is long."""
    text = " ".join(str(value).split())
    if len(text) > LONGEST_QUOTE:
        text = text[: LONGEST_QUOTE - 1] + "…"
    return f"“{text}”"
