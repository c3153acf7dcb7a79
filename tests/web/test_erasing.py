"""A member asks to be forgotten: what goes and what stays is said first, and then the name is nowhere."""

import json
from pathlib import Path

import pytest
from django.apps import apps
from django.contrib.auth.models import User
from django.urls import reverse

from kwan.catalogue import COMMANDS
from kwan.fund.commands import Deposit
from kwan.ids import uuid7
from kwan.journal import audit, erasures, queries
from kwan.journal.keyring import keys_of, value_of
from kwan.journal.models import Erasure, Seal, SealKey
from kwan.people.entrance.cards import cards, make_card
from kwan.web.incoming import workbooks as incoming
from kwan.web.own_data.gathering import gathered
from kwan.workbook.mends import Mends, keep_mends, mends_kept_in, person_digest
from tests.web.village import NOW, START, Village, browser, envelope, member, name, seat

OWN = member(2)


def own(book):
    return gathered(queries.head(book), OWN, is_whole=True)


def page(who, where, book):
    return browser(who).get(reverse(where, args=[book, OWN]))


@pytest.fixture
def told(books, settings, tmp_path):
    """A village of one's own, in which others' sealed words name the second member, and files lie about."""
    settings.KWAN_DATA = tmp_path
    village = Village()
    from kwan.journal.commands import record

    for note in (f"ฝากโดย {name(2)}", "ไม่มีใคร"):
        deposit = Deposit(on=START, member=member(5), satang=500, note=note)
        record(village.group, envelope(deposit, source="live"))
    make_card(village.group, OWN, str(uuid7()), at=NOW, by="test")
    keep_mends(tmp_path, Mends({person_digest("กลุ่มปลาส้ม", name(2)): OWN, "x": member(1)}, {}))
    waiting = incoming.folder() / str(uuid7())
    waiting.mkdir()
    (waiting / "0").write_bytes(name(2).encode())
    return village


def ask(village, who, **form):
    at = reverse("erase-member", args=[village.group, OWN])
    return browser(who).post(at, {"form_id": form.pop("form_id", str(uuid7())), "reference": OWN} | form)


def test_the_page_says_what_goes_what_stays_and_what_is_open(told):
    shown = page("treasurer", "erase-member", told.group).content.decode()
    assert "เงินกู้เลขที่ 1/2564" in shown
    assert f"สมุดออมของ {OWN}" in shown
    assert "ชื่อเต็มที่อยู่ในบันทึกผนึกของรายการอื่น" in shown
    assert f"ฝากโดย {name(2)}" not in shown


def test_another_number_erases_nobody(told):
    answer = ask(told, "treasurer", reference="ก03")
    assert answer.status_code == 422
    assert 'value="ก03"' in answer.content.decode()
    assert not Erasure.objects.exists()


@pytest.mark.parametrize("who", ["treasurer", "member"])
def test_after_an_erasure_the_name_is_nowhere(told, who, tmp_path):
    balance = own(told.group).balances
    form = str(uuid7())
    assert ask(told, who, form_id=form).status_code == 302
    assert whatever_says(name(2), told.group) == []
    assert files_saying(tmp_path, name(2)) == []
    assert mends_kept_in(tmp_path).persons == {"x": member(1)}
    assert not SealKey.objects.filter(book=told.group, member=OWN).exists()
    assert own(told.group).balances == balance
    assert list(audit.check(COMMANDS)) == []
    assert [(each.uid, json.loads(each.body)["member"]) for each in erasures.known(tmp_path)] == [
        (queries.head(told.group).uid, OWN)
    ]
    assert OWN not in cards(told.group, NOW)


def test_the_same_form_sent_twice_erases_once(told):
    form = str(uuid7())
    for _ in range(2):
        assert ask(told, "treasurer", form_id=form).status_code == 302
    assert Erasure.objects.count() == 1


def test_who_was_erased_is_shown_out_and_their_login_has_no_name(told):
    client = browser("member")
    assert client.get(reverse("mine", args=[told.group])).status_code == 200
    ask(told, "treasurer")
    assert client.get(reverse("mine", args=[told.group])).status_code == 302
    assert not User.objects.filter(username="member").exists()


def test_an_officer_who_was_erased_as_a_member_elsewhere_keeps_the_other_door(told):
    seat("member", told.unreleased, "treasurer")
    ask(told, "treasurer")
    assert browser("member").get(reverse("group", args=[told.unreleased])).status_code == 200
    assert browser("member").get(reverse("mine", args=[told.group])).status_code == 404


def test_the_others_keep_their_words(told):
    ask(told, "treasurer")
    notes = queries.names_in_seals(told.group, "note").values()
    assert "ไม่มีใคร" in notes
    assert [person.name for person in people_of(told.group)][2:] == [name(n) for n in range(3, 7)]


def people_of(book):
    from kwan.people.queries import members

    return members(book)


def whatever_says(text, book):
    """The tables, seals and pages in which this text can still be read."""
    found = []
    for model in apps.get_models():
        rows = [str(row) for row in model._base_manager.values_list()]
        found += [model.__name__ for row in rows if text in row]
    keys = keys_of(book)
    found += [
        f"seal {seal.entry}" for seal in Seal.objects.filter(book=book) if text in str(value_of(seal, keys))
    ]
    for where in ("members", "entries", "report", "loans", "own-data"):
        args = [book, OWN] if where == "own-data" else [book]
        if text in browser("treasurer").get(reverse(where, args=args)).content.decode():
            found.append(where)
    return found


def files_saying(folder: Path, text):
    """The files of the data folder in which this text can still be read."""
    return [path for path in folder.rglob("*") if path.is_file() and text.encode() in path.read_bytes()]
