"""The roof: where each address goes."""

from django.urls import URLPattern, URLResolver

from kwan.web.urls import urlpatterns as pages

urlpatterns: list[URLPattern | URLResolver] = [*pages]

handler400 = "kwan.web.views.errors.bad_request"
handler403 = "kwan.web.views.errors.forbidden"
handler404 = "kwan.web.views.errors.not_found"
handler500 = "kwan.web.views.errors.broken"
