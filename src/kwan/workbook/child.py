"""`python -m kwan.workbook.child FORMAT`: opens a strange file where it can do no harm.

The file comes in on stdin; pickled events go out on stdout, the last one `("done", "")` or
`("refused", (code, limit))`. Memory and processor time are capped where the system can.
"""

import pickle
import sys
from collections.abc import Iterator
from typing import Final

from kwan.workbook.formats import Event, open_xls, open_xlsx
from kwan.workbook.refusals import Unreadable

MEMORY: Final = 1024 * 1024 * 1024
SECONDS: Final = 60


def confine() -> None:
    """Cap this process's address space and processor seconds. Windows has no such caps."""
    try:
        import resource  # noqa: PLC0415 - absent on Windows
    except ImportError:
        return
    for what, cap in ((resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CPU, SECONDS)):
        _, hard = resource.getrlimit(what)
        limit = cap if hard == resource.RLIM_INFINITY else min(cap, hard)
        resource.setrlimit(what, (limit, limit))


def events(kind: str, data: bytes) -> Iterator[Event | tuple[str, tuple[str, str]]]:
    """Yield what the file holds, and how it ended. Never raises: every failure is an event."""
    try:
        yield from open_xls(data) if kind == "xls" else open_xlsx(data)
    except Unreadable as refusal:
        yield "refused", (refusal.code, refusal.limit)
    except Exception:  # noqa: BLE001 - a bad file fails in many ways (zlib, expat, KeyError …)
        yield "refused", ("damaged", "")
    else:
        yield "done", ""


def main() -> None:
    """Read stdin, write events."""
    confine()
    out = sys.stdout.buffer
    for event in events(sys.argv[1], sys.stdin.buffer.read()):
        pickle.dump(event, out, protocol=5)
    out.flush()


if __name__ == "__main__":
    main()
