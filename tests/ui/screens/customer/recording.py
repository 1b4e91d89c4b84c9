"""A customer's sections with a form host that writes down what it is told."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from app.domain.places import Place
from app.queries.comparison import ComparedField
from app.queries.customers import Resemblance
from tests.fakes.fake_desk import FakeDesk
from tests.fakes.fake_shell import FakeShell
from ui.running import ImmediateRunner, Runners
from ui.screens.customer.action import Action, Given
from ui.screens.customer.action_presenter import ActionPresenter
from ui.screens.customer.section_presenter import SectionPresenter
from ui.screens.customer.sections import Section
from ui.widgets.rows import RowItem


@dataclass
class Recording:
    section: Section | None = None
    rows: Sequence[RowItem] = ()
    sentence: str = ""
    keys: Sequence[str] = ()
    action: Action | None = None
    problems: dict[str, str] = field(default_factory=dict)
    trouble: str = ""
    note: str = ""
    filled: dict[str, str] = field(default_factory=dict)
    offered: tuple[Place, ...] = ()
    proposed: tuple[Place, ...] = ()
    compared: Sequence[ComparedField] = ()
    alike: Sequence[Resemblance] = ()
    busy: bool = False

    def focus_rows(self) -> None:
        self.focused = True

    def show_section(
        self, section: Section, rows: Sequence[RowItem], sentence: str, keys: Sequence[str]
    ) -> None:
        self.section, self.rows, self.sentence, self.keys = section, rows, sentence, keys

    def show_action(self, action: Action | None) -> None:
        self.action = action

    def show_action_problem(self, name: str, sentence: str) -> bool:
        asked = {ask.name for ask in self.action.asks} if self.action else set()
        if name in asked:
            self.problems[name] = sentence
        return name in asked

    def show_action_trouble(self, sentence: str) -> None:
        self.trouble = sentence

    def show_action_busy(self, *, busy: bool) -> None:
        self.busy = busy

    def show_action_note(self, sentence: str) -> None:
        self.note = sentence

    def show_places(self, places: tuple[Place, ...]) -> None:
        self.proposed = places

    def fill_action(self, name: str, words: str, place: Place | None = None) -> None:
        self.filled[name] = place.code if place else words

    def offer_places(self, places: tuple[Place, ...]) -> None:
        self.offered = places

    def offer_customers(self, found: Sequence[Resemblance]) -> None:
        self.alike = found

    def show_compared(self, fields: Sequence[ComparedField]) -> None:
        self.compared = fields


class Page:
    """A customer's sections with a form host that writes down what it is told."""

    def __init__(self) -> None:
        now = ImmediateRunner()
        runners = Runners(now, now, now)
        self.view, self.desk, self.shell = Recording(), FakeDesk(), FakeShell()
        self.done = 0
        self.forms = ActionPresenter(self.view, self.desk, runners, self.shell, self._count)
        self.sections = SectionPresenter(self.view, self.desk, runners, self.shell, self.forms)
        self.page = next(iter(self.desk.people.values()))
        self.sections.show_page(self.page)

    def _count(self) -> None:
        self.done += 1

    def given(self, *several: str, code: str = "", **values: str) -> object:
        """Fill the open form and submit it; what the desk was told last."""
        assert self.view.action is not None
        asked = {ask.name: ask.value for ask in self.view.action.asks if ask.kind != "chips"}
        self.forms.submit(Given(b"", asked | values, several, code))
        return self.desk.told[-1] if self.desk.told else None
