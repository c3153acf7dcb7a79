"""How the tests say a command and hear its answer."""

import json
from io import StringIO

import pytest
from django.core.management import call_command


def said(*words):
    """What a command prints."""
    out = StringIO()
    call_command(*map(str, words), stdout=out)
    return out.getvalue()


def stopped(*words):
    """The exit code of a command that stops, and what it printed until then."""
    out = StringIO()
    with pytest.raises(SystemExit) as stop:
        call_command(*map(str, words), stdout=out)
    return stop.value.code, out.getvalue()


def told(*words):
    """What a command answers in JSON."""
    return json.loads(said(*words, "--json"))
