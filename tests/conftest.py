"""What every test may ask for. The same tests run on SQLite and, with `--db postgres`, on PostgreSQL."""

import pytest
from hypothesis import HealthCheck, settings

from tests import databases

# A machine that is busy with other things says nothing about the code.
settings.register_profile("kwan", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("kwan")


def pytest_addoption(parser):
    parser.addoption("--db", choices=["sqlite", "postgres"], default="sqlite", help="the database to test on")


# These read pages, claims and files over and over; what they ask a database, the tests of rooms and measures ask of both.
ONCE = (
    "tests/web/test_nothing_leaks.py",
    "tests/web/test_who_may_see_what.py",
    "tests/lessons/",
)


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config):
    databases.choose(config.getoption("--db"))


def pytest_collection_modifyitems(config, items):
    """On PostgreSQL run only what opens a database; on SQLite leave out what only PostgreSQL can answer."""
    on_postgres = config.getoption("--db") == "postgres"
    wanted = [item for item in items if (opens_a_database(item) if on_postgres else not only_postgres(item))]
    config.hook.pytest_deselected(items=[item for item in items if item not in set(wanted)])
    items[:] = wanted


def only_postgres(item):
    return item.get_closest_marker("postgres") is not None


def opens_a_database(item):
    if item.nodeid.startswith(ONCE) and not only_postgres(item):
        return False
    fixtures = {"db", "books", "transactional_db", "village"} & set(item.fixturenames)
    return bool(fixtures) or only_postgres(item) or item.get_closest_marker("django_db") is not None


@pytest.fixture(scope="session")
def shelf(tmp_path_factory, django_test_environment, django_db_blocker):
    """Migrate the template once for each process of the run."""
    with django_db_blocker.unblock():
        shelf = databases.Shelf(tmp_path_factory.mktemp("databases"))
        yield shelf
        shelf.close()


@pytest.fixture(scope="session")
def django_db_setup(shelf, django_db_blocker):
    """Give tests that roll back (`django_db`) one copy to share."""
    with django_db_blocker.unblock(), shelf.copy():
        yield


@pytest.fixture
def books(request, shelf, django_db_blocker):
    """A fresh, migrated database of one's own, in which things are really committed."""
    if "db" in request.fixturenames:
        pytest.fail("ask for `books`, which commits, or for `db`, which rolls back; not for both")
    with django_db_blocker.unblock(), shelf.copy() as lent:
        yield lent


@pytest.fixture
def transactional_db():
    """Refuse what cannot work here: the books do not let themselves be emptied."""
    pytest.fail("the books refuse to be flushed: ask for `books` instead")
