"""A treasurer who writes loans: forms drawn, filled in and sent as a browser would."""

import re
from html import unescape

from django.urls import reverse
from django.utils import timezone

from kwan.fund.queries import loan
from tests.web.village import member

NUMBER = "7/2565"
TAG = re.compile(r"<[^>]+>")


def today():
    return timezone.localdate()


def words(answer):
    """What a person reads: no markup, no double space."""
    return " ".join(unescape(TAG.sub(" ", answer.content.decode())).split())


def drawn(answer):
    """The boxes of a form as they were drawn, by name, as a browser would send them back."""
    page = answer.content.decode()
    form = page[page.index("form_id") :]
    values = dict(re.findall(r'name="([\w]+)"[^>]*?value="([^"]*)"', 'name="' + form))
    values |= dict(re.findall(r'<textarea[^>]*name="(\w+)"[^>]*>([^<]*)</textarea>', form))
    for select, options in re.findall(r'<select[^>]*name="(\w+)"[^>]*>(.*?)</select>', form):
        chosen = re.search(r'value="([^"]*)" selected', options) or re.search(r'value="([^"]*)"', options)
        values[select] = chosen[1]
    return {key: unescape(value) for key, value in values.items()} | {
        "form_id": form.split('value="')[1][:36]
    }


def at(group, step="", number=NUMBER):
    entry = loan(group, number).entry
    return reverse("loan-step", args=[group, entry, step]) if step else reverse("loan", args=[group, entry])


def request_of(treasurer, group, **other):
    said = {
        "member": member(2), "number": NUMBER, "principal": "1,200", "rate": "12", "method": "flat", "periods": "12",
        "every": "1month", "guarantor1": member(3), "purpose": "ซื้อแห",
    }  # fmt: skip
    return drawn(treasurer.get(reverse("loan-ask", args=[group]))) | said | other


def ask(treasurer, group, **other):
    return treasurer.post(reverse("loan-ask", args=[group]), request_of(treasurer, group, **other))


def take(treasurer, group, step, **other):
    """Open a form as it is suggested, change some of it, and press its button."""
    address = at(group, step)
    return treasurer.post(address, drawn(treasurer.get(address)) | {"act": "post"} | other)


def running(treasurer, group, **terms):
    ask(treasurer, group, **terms)
    take(treasurer, group, "agree")
    take(treasurer, group, "pay-out")
