"""Settings: everything a deployment may change comes from the environment.

KWAN_DATA       the folder of the books (SQLite file, keys, witnesses, cache); default ./data
DATABASE_URL    postgres://user:password@host:port/name?host=/socket/dir  (else SQLite in KWAN_DATA)
KWAN_HOSTS      comma-separated host names behind a reverse proxy (else loopback only)
KWAN_HTTPS      1 when a reverse proxy serves HTTPS
KWAN_SECOND_STEP  0 lets facilitators and funders in with a password alone (the demo does; a server never should)
"""

import os
import secrets
import sqlite3
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from csp.constants import SELF

BASE = Path(__file__).resolve().parent
KWAN_DATA = Path(os.environ.get("KWAN_DATA", "data")).resolve()

# SQLite releases whose write-ahead log may corrupt a database that several connections write.
SQLITE_SAFE_WAL = sqlite3.sqlite_version_info >= (3, 51, 3)


def secret(name: str) -> str:
    """Return the secret of this name from the data folder, made on first use and readable by its owner only."""
    path = KWAN_DATA / "keys" / name
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text(encoding="ascii")
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(secrets.token_hex(32))
    return path.read_text(encoding="ascii")


def sqlite(path: Path) -> dict[str, Any]:
    """Return Django's settings for a SQLite file that never loses an acknowledged entry."""
    journal = "WAL" if SQLITE_SAFE_WAL else "DELETE"
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            "timeout": 20,
            "transaction_mode": "IMMEDIATE",
            "init_command": f"PRAGMA journal_mode={journal};PRAGMA synchronous=FULL;PRAGMA recursive_triggers=ON;PRAGMA secure_delete=ON",
        },
        "TEST": {"NAME": path.with_name("test-" + path.name)},
    }


def postgres(url: str) -> dict[str, Any]:
    """Return Django's settings for a PostgreSQL address."""
    parts = urlsplit(url)
    query = parse_qs(parts.query)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": query.get("host", [parts.hostname or ""])[0],
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": None,
        "DISABLE_SERVER_SIDE_CURSORS": True,
    }


DATABASE_URL = os.environ.get("DATABASE_URL", "")
DATABASES = {"default": postgres(DATABASE_URL) if DATABASE_URL else sqlite(KWAN_DATA / "kwan.sqlite3")}
SQLITE_AT = sqlite  # how a file beside it is opened: for practice
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

SECRET_KEY = secret("session.key")
SEAL_KEY = secret("seal.key")
PIN_KEY = secret("pin.key")
DEBUG = False
BEHIND_HTTPS = os.environ.get("KWAN_HTTPS") == "1"
ALLOWED_HOSTS = [h for h in os.environ.get("KWAN_HOSTS", "").split(",") if h] or [
    "127.0.0.1",
    "localhost",
    "[::1]",
]
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS] if BEHIND_HTTPS else []

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django_htmx",
    "axes",
    "csp",
    "kwan",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "kwan.web.language.ChosenLanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "kwan.web.door.VisitsEndMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "kwan.web.second_step.SecondStepMiddleware",
    "axes.middleware.AxesMiddleware",
    "kwan.web.practice.PracticeMiddleware",  # innermost: sessions and logins are always real
]
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 8}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.25
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_LOCKOUT_TEMPLATE = "kwan/locked.html"
AXES_VERBOSE = False
SECOND_STEP = os.environ.get("KWAN_SECOND_STEP", "1") == "1"
ACCOUNT_ADAPTER = "kwan.web.second_step.Accounts"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_REDIRECT_URL = "sign-in"
MFA_ADAPTER = "kwan.web.second_step.Factors"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_TOLERANCE = 1  # a phone's clock may be half a minute off
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not BEHIND_HTTPS  # a laptop in the meeting room, at localhost
LOGIN_URL = "sign-in"
LOGIN_REDIRECT_URL = "home"
LOGOUT_REDIRECT_URL = "sign-in"

ROOT_URLCONF = "kwan.urls"
ASGI_APPLICATION = "kwan.asgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE / "web" / "templates"],
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "kwan.web.surroundings.surroundings",
            ],
            "libraries": {
                "kwan_words": "kwan.web.templatetags.kwan_words",
                "kwan_codes": "kwan.web.templatetags.kwan_codes",
            },
        },
    }
]
STATIC_URL = "/static/"
STATICFILES_DIRS = [BASE / "web" / "static"]
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False

LANGUAGE_CODE = "th"
LANGUAGES = [("th", "ไทย"), ("en", "English")]
LANGUAGE_COOKIE_NAME = "kwan_language"
LANGUAGE_COOKIE_SAMESITE = "Lax"
TIME_ZONE = "Asia/Bangkok"
USE_TZ = True
USE_I18N = True

SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = BEHIND_HTTPS
SESSION_COOKIE_AGE = 60 * 60 * 12
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_HTTPS else None
SECURE_HSTS_SECONDS = 60 * 60 * 24 * 365 if BEHIND_HTTPS else 0
CSRF_FAILURE_VIEW = "kwan.web.views.errors.stale_form"
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "style-src": [SELF],
        "script-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": ["'none'"],
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": ["'none'"],
    }
}

# A workbook is a few megabytes; the reader itself refuses anything larger.
DATA_UPLOAD_MAX_MEMORY_SIZE = 4 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 4 * 1024 * 1024
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "loggers": {"axes": {"level": "ERROR"}, "django.request": {"level": "ERROR"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
