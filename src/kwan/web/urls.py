"""Every address of the door, in one table. Who may open which stands in `policy.py`."""

from django.urls import path

from kwan.web.second_step_urls import urlpatterns as second_step
from kwan.web.views import (
    books,
    fonts,
    fund,
    group_voice,
    imports,
    journal,
    loan_forms,
    loans,
    market,
    mine,
    people,
    production,
    programme,
    receipts,
    report,
    savings_day,
    signing,
    today,
    wellbeing,
    workshop,
)

GROUP = "group/<int:book>/"
PROJECT = "project/<int:book>/"

urlpatterns = [
    path("", books.home, name="home"),
    *second_step,
    path("sign-in/", signing.SignIn.as_view(), name="sign-in"),
    path("sign-out/", signing.SignOut.as_view(), name="sign-out"),
    path("language/", signing.language, name="language"),
    path("me/", signing.me, name="me"),
    path("receipt/", receipts.receipt, name="receipt"),
    path("fonts/<slug:name>.woff2", fonts.font, name="font"),
    # one group's book
    path(GROUP, today.today, name="group"),
    path(GROUP + "more/", today.more, name="more"),
    path(GROUP + "mine/", mine.mine, name="mine"),
    path(GROUP + "about/", people.about, name="about"),
    path(GROUP + "members/", people.members, name="members"),
    path(GROUP + "members/<path:member>/passbook/", people.passbook, name="passbook"),
    path(GROUP + "savings/", fund.savings, name="savings"),
    path(GROUP + "savings-day/", savings_day.savings_day, name="savings-day"),
    path(GROUP + "savings-day/<int:number>/", receipts.savings_day_held, name="savings-day-held"),
    path(GROUP + "entry/<int:number>/mend/", receipts.mend, name="mend"),
    path(GROUP + "fund/", fund.fund_book, name="fund"),
    path(GROUP + "purse/<slug:name>/", fund.purse, name="purse"),
    path(GROUP + "loans/", loans.loans, name="loans"),
    path(GROUP + "loans/ask/", loan_forms.ask, name="loan-ask"),
    path(GROUP + "loans/<int:number>/", loans.loan, name="loan"),
    path(GROUP + "loans/<int:number>/paper/", loans.paper, name="loan-paper"),
    path(GROUP + "loans/<int:number>/<slug:step>/", loan_forms.step, name="loan-step"),
    path(GROUP + "orders/", market.orders, name="orders"),
    path(GROUP + "order/<int:number>/", market.order, name="order"),
    path(GROUP + "batches/", production.batches, name="batches"),
    path(GROUP + "batch/<int:number>/", production.batch, name="batch"),
    path(GROUP + "purchases/", production.purchases, name="purchases"),
    path(GROUP + "wellbeing/", wellbeing.rounds, name="wellbeing"),
    path(GROUP + "activities/", programme.activities, name="activities"),
    path(GROUP + "indicators/", programme.indicators, name="indicators"),
    path(GROUP + "workshop/", workshop.wall, name="workshop"),
    path(GROUP + "entries/", journal.entries, name="entries"),
    path(GROUP + "entry/<int:number>/", journal.entry, name="entry"),
    # its report
    path(GROUP + "report/", report.report, name="report"),
    path(GROUP + "report/release/", group_voice.release, name="release"),
    path(GROUP + "report/behind/<str:claim>/", report.behind, name="behind"),
    path(GROUP + "report/reply/<str:claim>/", group_voice.reply, name="reply"),
    path(GROUP + "report/<slug:lang>.<slug:form>", report.report_file, name="report-file"),
    # a project
    path(PROJECT, books.project, name="project"),
    path(PROJECT + "import/", imports.send, name="import"),
    path(PROJECT + "import/<uuid:file>/", imports.preview, name="import-look"),
    path(
        PROJECT + "import/<uuid:file>/file/<int:which>/sheet/<int:sheet>/",
        imports.meaning,
        name="import-meaning",
    ),
    path(PROJECT + "import/<uuid:file>/questions/<int:place>/", imports.asked, name="import-questions"),
    path(PROJECT + "report/", report.project_report, name="project-report"),
    path(PROJECT + "report/<slug:lang>.<slug:form>", report.project_report_file, name="project-report-file"),
]
