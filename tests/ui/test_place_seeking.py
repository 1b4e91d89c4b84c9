from app.domain.places import Place
from tests.fakes.fake_desk import FakeDesk
from tests.fakes.held_runner import HeldRunner
from ui.place_seeking import PlaceSeeker
from ui.running import ImmediateRunner, Runner


class RecordingPlaces:
    def __init__(self) -> None:
        self.shown: list[tuple[Place, ...]] = []

    def show_places(self, places: tuple[Place, ...]) -> None:
        self.shown.append(places)


def _seeker(runner: Runner) -> tuple[RecordingPlaces, PlaceSeeker]:
    view = RecordingPlaces()
    failures: list[Exception] = []
    return view, PlaceSeeker(view, FakeDesk(), runner, failures.append)


def test_communes_are_proposed_for_a_few_letters() -> None:
    view, seeker = _seeker(ImmediateRunner())

    seeker.seek("ben nghe ho")

    assert [place.name for place in view.shown[-1]] == ["Sài Gòn"]


def test_only_the_newest_words_are_answered() -> None:
    runner = HeldRunner()
    view, seeker = _seeker(runner)

    for words in ("h", "hoan", "hoan kiem"):
        seeker.seek(words)
    runner.answer_all()

    assert [[place.name for place in places] for places in view.shown] == [["Hoàn Kiếm"]]


def test_no_words_propose_nothing_whatever_is_under_way() -> None:
    runner = HeldRunner()
    view, seeker = _seeker(runner)
    seeker.seek("hoan")

    seeker.seek(" ")
    runner.answer_all()

    assert view.shown == [()]
