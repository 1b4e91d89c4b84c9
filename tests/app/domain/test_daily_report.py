from dataclasses import replace
from datetime import date

from app.domain.daily_report import (
    Bar,
    Book,
    DailyReport,
    Figure,
    Heading,
    ReportRow,
    Scope,
    ScopeKind,
    Section,
    Unit,
    figures_of,
    file_name,
    named,
    scope_words,
    uneven,
    words,
)


def vnd(amount: int) -> Figure:
    return Figure(amount, Unit.VND, (1,))


def a_report(total: int = 300) -> DailyReport:
    rows = (
        ReportRow("a", named("A"), (vnd(100), None)),
        ReportRow("b", named("B"), (vnd(200), vnd(7))),
    )
    last = ReportRow("total", words("report.total"), (vnd(total), vnd(7)))
    return DailyReport(
        day=date(2026, 11, 21),
        scope=Scope("100950"),
        heading=Heading("Bưu điện Minh Họa", "0100109106", "Cửa Nam", "36 phố Cửa Nam"),
        books=(Book("2", 7001, 1, 0, 9, bytes(32), 0, 9),),
        missing=(),
        notices=(),
        main=(ReportRow("gross_vnd", words("report.main.gross_vnd"), (vnd(300),)),),
        chart=(Bar("08", vnd(300)),),
        sections=(Section("services", ("net_vnd", "vat_vnd"), rows, last),),
    )


def test_a_total_that_is_not_the_sum_of_its_rows_is_told() -> None:
    assert uneven(a_report()) == ()
    assert uneven(a_report(total=301)) == (("services", "net_vnd"),)


def test_figures_come_in_reading_order_under_their_codes() -> None:
    assert [(section, row, column) for section, row, column, _ in figures_of(a_report())] == [
        ("main", "gross_vnd", ""),
        ("services", "a", "net_vnd"),
        ("services", "b", "net_vnd"),
        ("services", "b", "vat_vnd"),
        ("services", "total", "net_vnd"),
        ("services", "total", "vat_vnd"),
    ]


def test_a_scope_is_the_narrowest_that_was_named() -> None:
    assert Scope("100950").kind is ScopeKind.OFFICE
    assert Scope("100950", "2").kind is ScopeKind.COUNTER
    assert Scope("100950", "2", 1, "Châu").kind is ScopeKind.CLERK
    assert len(scope_words(Scope("100950", "2", 1, "Châu"), "Cửa Nam")) == 3


def test_a_file_is_named_for_day_and_scope() -> None:
    narrow = replace(a_report(), scope=Scope("100950", "2", 1, "Châu"))

    assert file_name(a_report()) == "bao-cao-ngay-2026-11-21-100950"
    assert file_name(narrow) == "bao-cao-ngay-2026-11-21-100950-2-gdv1"


def test_words_wait_for_the_language_of_their_reader() -> None:
    said = words("report.hour", hour="08").said(lambda code, **fields: f"{code} {fields['hour']}")

    assert said == "report.hour 08"
    assert named("EMS").said(lambda _code, **_fields: "nothing") == "EMS"


def test_a_day_without_entries_is_empty() -> None:
    quiet = replace(a_report(), books=(replace(a_report().books[0], entries=0),))

    assert quiet.empty
    assert not a_report().empty
