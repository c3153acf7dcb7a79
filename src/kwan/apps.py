"""Kwan as a Django app: one app, one migration history, many rooms."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate, pre_migrate


class KwanConfig(AppConfig):
    """Lays the database's own laws and the views of facts again after every migrate."""

    name = "kwan"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Connect the two signals that are allowed: migrating drops triggers, and views stand in its way."""
        from kwan.journal import laws  # noqa: PLC0415 - models must be loaded first
        from kwan.programme import facts  # noqa: PLC0415

        pre_migrate.connect(facts.take_down, sender=self, dispatch_uid="kwan facts down")
        post_migrate.connect(laws.lay, sender=self, dispatch_uid="kwan laws")
        post_migrate.connect(facts.lay, sender=self, dispatch_uid="kwan facts")
