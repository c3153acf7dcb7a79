"""The addresses of the second step. The names are django-allauth's, which looks them up by name."""

from allauth.account.views import reauthenticate
from allauth.mfa.base import views as step
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as app
from allauth.mfa.webauthn import views as passkey
from django.urls import path, reverse_lazy

from kwan.web.views import signing

HERE = "me/second-step/"

urlpatterns = [
    path("sign-in/", signing.SignIn.as_view(), name="account_login"),
    path("sign-out/", signing.SignOut.as_view(), name="account_logout"),
    path("sign-in/second-step/", step.authenticate, name="mfa_authenticate"),
    path("sign-in/passkey/", passkey.login_webauthn, name="mfa_login_webauthn"),
    path(HERE, step.index, name="mfa_index"),
    path(HERE + "sure/password/", reauthenticate, name="account_reauthenticate"),
    path(HERE + "sure/code/", step.reauthenticate, name="mfa_reauthenticate"),
    path(HERE + "sure/passkey/", passkey.reauthenticate_webauthn, name="mfa_reauthenticate_webauthn"),
    path(HERE + "app/", app.activate_totp, name="mfa_activate_totp"),
    path(HERE + "app/end/", app.deactivate_totp, name="mfa_deactivate_totp"),
    path(HERE + "codes/", codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path(HERE + "codes/new/", codes.generate_recovery_codes, name="mfa_generate_recovery_codes"),
    path(HERE + "passkey/", passkey.add_webauthn, name="mfa_add_webauthn"),
    path(
        HERE + "passkey/<int:pk>/end/",
        passkey.RemoveWebAuthnView.as_view(success_url=reverse_lazy("mfa_index")),
        name="mfa_remove_webauthn",
    ),
]
