from tests.fakes.held_runner import HeldRunner
from ui.running import ImmediateRunner, Runners
from ui.while_open import PageRunners


def _fail() -> str:
    raise LookupError


def test_answers_reach_an_open_page() -> None:
    now = ImmediateRunner()
    heard: list[object] = []
    page = PageRunners(Runners(now, now, now))

    page.runners.reading.run(lambda: "read", heard.append, heard.append)
    page.runners.writing.run(_fail, heard.append, lambda error: heard.append(type(error)))

    assert heard == ["read", LookupError]


def test_nothing_reaches_a_page_that_is_gone_but_the_work_is_done() -> None:
    waiting, now = HeldRunner(), ImmediateRunner()
    heard: list[object] = []
    done: list[str] = []
    page = PageRunners(Runners(waiting, waiting, now))
    page.runners.reading.run(lambda: done.append("read"), heard.append, heard.append)
    page.runners.writing.run(_fail, heard.append, heard.append)

    page.close()
    waiting.answer_all()

    assert heard == []
    assert done == ["read"]


def test_printing_goes_on_without_its_page() -> None:
    now = ImmediateRunner()
    heard: list[object] = []
    page = PageRunners(Runners(now, now, now))

    page.close()
    page.runners.devices.run(lambda: "printed", heard.append, heard.append)

    assert heard == ["printed"]
