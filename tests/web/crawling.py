"""Goes wherever a link leads, as a person would who opens everything."""

import re
from html import unescape

LINK = re.compile(r'href="([^"]+)"')
FILES = re.compile(r"\.(pdf|docx)$")


def every_page(client, start="/", most=2000):
    """Return the text of every page that can be reached from here by links, by address."""
    seen, waiting = {}, [start]
    while waiting and len(seen) < most:
        address = waiting.pop()
        if address in seen:
            continue
        answer = client.get(address, follow=True)
        seen[address] = (answer.status_code, text_of(answer))
        if answer.headers["Content-Type"].startswith("text/html") and ".html" not in address:
            waiting += [link for link in links(seen[address][1], address) if link not in seen]
    return seen


def text_of(answer):
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return body.decode("utf-8", "replace")


def links(page, address):
    """Return where a page leads inside the house, files for other programs left out."""
    here = address.split("?")[0]
    for href in map(unescape, LINK.findall(page)):
        plain = href.split("#")[0]
        if plain.startswith("?"):
            yield here + plain
        elif (
            plain.startswith("/")
            and not plain.startswith(("/static/", "/fonts/"))
            and not FILES.search(plain)
        ):
            yield plain
