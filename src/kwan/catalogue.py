"""Every command there is, by its kind: what the audit reads old bodies with, and what the doors offer."""

from collections.abc import Mapping

from kwan.fund import commands as fund
from kwan.journal.backup import commands as backup
from kwan.journal.rules import Command
from kwan.lessons import commands as lessons
from kwan.market import commands as market
from kwan.people import commands as people
from kwan.production import commands as production
from kwan.programme import commands as programme
from kwan.wellbeing import commands as wellbeing

COMMANDS: Mapping[str, type[Command]] = {
    command.kind: command
    for room in (backup, people, fund, production, market, wellbeing, programme, lessons)
    for command in room.COMMANDS
}
