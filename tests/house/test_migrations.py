"""The tables are those that the models describe."""

import io

import pytest
from django.core.management import call_command


@pytest.mark.django_db
def test_no_migration_is_outstanding():
    said = io.StringIO()
    call_command("makemigrations", check=True, dry_run=True, verbosity=1, stdout=said)
    assert said.getvalue() == "No changes detected\n"
