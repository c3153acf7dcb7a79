"""How the server is started: on this machine alone, unless a reverse proxy stands before it."""

import socket
import warnings
import webbrowser
from contextlib import suppress

import uvicorn

LOOPBACK = "127.0.0.1"


def free_port(wanted: int) -> int:
    """Return the wanted port if nobody listens there, else one that is free."""
    for port in (wanted, 0):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((LOOPBACK, port))
            except OSError:
                continue
            return int(probe.getsockname()[1])
    message = "no free port"
    raise OSError(message)


def serve(port: int, *, look: bool) -> None:
    """Serve until Ctrl-C. With `look`, open a browser if there is one."""
    if look:
        with suppress(webbrowser.Error):
            webbrowser.open(f"http://{LOOPBACK}:{port}/")
    # Style sheets and letters are files on disk: reading them holds nobody up.
    warnings.filterwarnings("ignore", "StreamingHttpResponse must consume synchronous iterators", Warning)
    uvicorn.run("kwan.asgi:application", host=LOOPBACK, port=port, log_level="warning", lifespan="off")
