"""The roof: the application a server serves."""

import os

from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kwan.settings")

application = get_asgi_application()
