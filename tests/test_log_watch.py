import logging
from collections.abc import Callable

from tests.log_watch import LogWatch


def a_record(message: str) -> logging.LogRecord:
    return logging.LogRecord("tem", logging.WARNING, "app/x.py", 7, message, None, None)


def test_a_warning_nobody_announced_is_a_problem_that_names_its_line() -> None:
    watch = LogWatch()
    watch.handle(a_record("đĩa sắp đầy"))

    assert watch.problems() == ["unexpected WARNING at app/x.py:7: đĩa sắp đầy"]


def test_an_announced_warning_is_no_problem() -> None:
    watch = LogWatch()
    watch.announce("sắp đầy")
    watch.handle(a_record("đĩa sắp đầy"))

    assert watch.problems() == []


def test_a_warning_that_was_announced_and_did_not_come_is_a_problem() -> None:
    watch = LogWatch()
    watch.announce("sắp đầy")

    assert watch.problems() == ["announced but not logged: sắp đầy"]


def test_the_watch_is_on_in_every_test(expect_log: Callable[[str], None]) -> None:
    expect_log("heard")
    logging.getLogger("tem.anywhere").error("this is heard")
