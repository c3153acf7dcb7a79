"""Claims about learning and adapting: who came to what, who taught whom, and what was done differently."""

from kwan.lessons import queries as lessons
from kwan.lessons.claims.events import events_of
from kwan.lessons.claims.indicators import indicators_reached
from kwan.lessons.claims.judging import Books, Claim, calculated
from kwan.lessons.claims.wording import listed
from kwan.lessons.rules import Day, Figure, Finding, Name, Quote, Slot, found
from kwan.programme import queries as programme
from kwan.programme.queries import Activity
from kwan.programme.rules import is_workshop

Slots = dict[str, Slot | tuple[Slot, ...]]


def _attended(activity: Activity) -> Figure:
    return Figure(activity.people, "count", "activities.attended", str(activity.entry))


def trained(books: Books) -> Finding:
    """Answer "members were taught": sessions by theme and how many came. Never that anybody knows more."""
    sessions = [
        one for one in programme.activities(books.book, books.last_entry) if not is_workshop(one.theme, one.topic) and one.people
    ]
    books.take_only("activities.attended", {one.entry for one in sessions})
    slots: Slots = {"group": books.group(), "sessions": calculated("sessions", len(sessions), "count")}
    if not sessions:
        return found(
            "not_enough_data",
            "สมุดของ{group}ยังไม่มีบันทึกการอบรมพร้อมผู้เข้าร่วม จึงยังบอกไม่ได้ว่าสมาชิกได้เรียนเรื่องใด",
            "The books of {group} hold no trainings with attendance yet, so they cannot say what members were taught.",
            slots,
        )
    themes = sorted({one.theme for one in sessions if one.theme})
    slots["themes"] = tuple(Name(theme, theme) for theme in themes)
    rows = [(Name(one.topic, one.topic), _attended(one)) for one in sessions]
    th, en = listed(slots, rows, "“{a}” มา {b} คน", "“{a}” ({b} came)")
    about = (" เรื่อง{themes}", " on {themes}") if themes else ("", "")
    return found(
        "supported",
        f"{{group}}จัดการอบรมและกิจกรรมการเรียนรู้ {{sessions}} ครั้ง{about[0]} คือ {th}",
        f"{{group}} held trainings and learning activities{about[1]}, {{sessions}} in all: {en}.",
        slots,
        statistics={"sessions": len(sessions)},
        table=tuple((Day(one.on), Name(one.topic, one.topic), Name(one.theme or "", one.theme or ""), _attended(one)) for one in sessions),
        why=("บันทึกบอกว่าใครมาเรียนเรื่องใด ไม่ได้วัดว่ารู้มากขึ้นหรือไม่", "The notes tell who came to what; whether they know more was not measured."),
    )  # fmt: skip


def taught_on(books: Books) -> Finding:
    """Answer "know-how was taught on": sessions whose notes name a teacher and the learners."""
    learners = books.parts("activities.taught")
    sessions = [one for one in programme.activities(books.book, books.last_entry) if str(one.entry) in learners]
    teachers = {one.teacher for one in sessions}
    slots: Slots = {
        "group": books.group(),
        "sessions": calculated("sessions", len(sessions), "count"),
        "teachers": calculated("teachers", len(teachers), "count"),
    }
    if not sessions:
        return found(
            "not_enough_data",
            "บันทึกกิจกรรมของ{group}ยังไม่ได้บอกว่าใครสอนและใครเรียน จึงยังบอกไม่ได้ว่ามีการถ่ายทอดต่อกัน",
            "The activity notes of {group} do not say who taught and who learned, so they cannot say that know-how was taught on.",
            slots,
        )
    rows = [
        (Name(one.topic, one.topic), Figure(learners[str(one.entry)], "count", "activities.taught", str(one.entry)))
        for one in sessions
    ]
    th, en = listed(slots, rows, "“{a}” มีผู้เรียน {b} คน", "“{a}” (learners: {b})")
    return found(
        "supported",
        f"สมาชิกถ่ายทอดความรู้กันเอง {{sessions}} ครั้ง โดยผู้สอน {{teachers}} คน คือ {th}",
        f"Know-how was taught on inside the group in sessions numbering {{sessions}}, by {{teachers}} of its members: {en}.",
        slots, statistics={"sessions": len(sessions), "teachers": len(teachers)}, table=tuple(rows),
    )  # fmt: skip


def adaptations(books: Books) -> Finding:
    """Answer "work was adapted": what the group says it changed, batches at home, and a dated event if one is noted.

    Without a dated event nothing is said of what it was adapted to.
    """
    notes = [note for note in lessons.notes(books.book, books.last_entry) if note.sort == "adaptation" and note.text]
    books.take_only("lessons.votes", {note.entry for note in notes})
    events, home = events_of(books), books.value("batches.at_home")
    slots: Slots = {
        "group": books.group(),
        "home": books.figure("batches.at_home"),
        "batches": books.figure("batches.count"),
        "event": tuple(event.name for event in events),
    }
    quotes = [(Name(note.small_group, note.small_group), Quote(str(note.text), note.small_group)) for note in notes]
    said = listed(slots, quotes, "{a} เขียนว่า {b}", "{a} wrote {b}")
    at_home = ("มีการผลิตที่บ้าน {home} จาก {batches} รอบ", "{home} of {batches} batches were made at home")
    table = tuple(quotes)
    if events and (home or notes):
        kept = at_home if home else said
        also = (f" {said[0]}", f"; {said[1]}") if home and notes else ("", "")
        return found(
            "supported" if home and notes else "partly",
            f"ในเวลาที่มี “{{event}}” {{group}}จดการปรับวิธีทำงานไว้ {kept[0]}{also[0]}",
            f"In the time of “{{event}}” {{group}} noted how it worked differently: {kept[1]}{also[1]}.",
            slots, table=table,
            why=("", "") if home and notes else ("มีบันทึกเพียงทางเดียว", "Only one kind of record tells of it."),
        )  # fmt: skip
    undated = (
        "สมุดไม่มีเหตุการณ์ที่จดวันที่ไว้ จึงไม่บอกว่าเป็นการปรับให้เข้ากับเรื่องใด",
        "No dated event is noted, so it is not said what the work was adapted to.",
    )
    if home and notes:
        return found("partly", f"{said[0]} สมุด{at_home[0]}", f"{said[1]}; {at_home[1]}.", slots, table=table, why=undated)
    if home:
        return found("not_enough_data", at_home[0], f"{at_home[1]}.", slots, why=undated)
    if notes:
        return found("not_enough_data", said[0], f"{said[1]}.", slots, table=table, why=undated)
    return found(
        "not_enough_data",
        "สมุดของ{group}ยังไม่มีบันทึกการปรับวิธีทำงาน",
        "The books of {group} note no change in the way of working.",
        slots,
    )


CLAIMS = (
    indicators_reached,
    Claim("programme.trained", "programme", "สมาชิกได้รับการอบรมเรื่องใดบ้าง", "What were members taught?", trained),
    Claim("programme.taught_on", "programme", "มีการถ่ายทอดความรู้ต่อกันหรือไม่", "Was know-how taught on?", taught_on),
    Claim("programme.adaptations", "programme", "กลุ่มปรับวิธีทำงานอย่างไร", "How was the work adapted?", adaptations),
)
