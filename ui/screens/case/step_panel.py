"""The next step of a case: which one, and the few fields that it needs. Layout only."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.complaints import Outcome, Payer, Step
from app.domain.identities import Clerk
from app.messages import text
from app.services.deciding import Floor
from ui.formats import dong
from ui.screens.case.stepping import Entered
from ui.style.metrics import px
from ui.style.tokens import Tone
from ui.widgets.approval import ApprovalFields
from ui.widgets.card import Card
from ui.widgets.choice import Choice
from ui.widgets.field import Field
from ui.widgets.key_button import KeyButton
from ui.widgets.labels import Text
from ui.widgets.notice import Notice
from ui.widgets.numbers import AmountField
from ui.widgets.text_area import TextArea


class StepPanel(Card):
    """Signals: ``changed`` by hand, ``taken`` to record."""

    changed = Signal()
    taken = Signal()

    def __init__(self) -> None:
        super().__init__(text("ui.case.next"))
        self.step = Choice(text("ui.case.step"))
        self.owner = Choice(text("ui.case.owner"))
        self.outcome = Choice(
            text("ui.case.outcome"),
            [(each.value, text(f"ui.case.outcome.{each}")) for each in Outcome],
        )
        self.actual_loss = AmountField(text("ui.case.actual_loss"))
        self.compensation = AmountField(text("ui.case.compensation"))
        self.payer = Choice(
            text("ui.case.payer"), [(each.value, text(f"ui.case.payer.{each}")) for each in Payer]
        )
        self.approval = ApprovalFields(text("ui.case.approver"))
        self.words = TextArea(text("ui.case.words"), lines=3)
        self.trouble = Notice("", Tone.BAD)
        self.record = KeyButton(text("ui.case.take"), "F12", primary=True)
        self._nothing = Text(text("ui.case.nothing_left"), "muted", wrap=True)
        self._money = QWidget()
        self._declared = False
        self._arrange()
        self._connect()
        self.show_steps(())

    def entered(self) -> Entered:
        """The fields as they stand."""
        return Entered(
            step=self.step.value(),
            words=self.words.value(),
            owner=self.owner.value(),
            outcome=self.outcome.value(),
            compensation_vnd=self.compensation.number(),
            actual_loss_vnd=self.actual_loss.number(),
            payer=self.payer.value(),
            approver=self.approval.code(),
            pin=self.approval.given_pin(),
        )

    def show_steps(self, steps: tuple[Step, ...]) -> None:
        """What can be done now; the step chosen before stays when it still can be."""
        before = self.step.value()
        self.step.set_options([(step.value, _word(step, steps)) for step in steps])
        self.step.set_value(before)
        self._nothing.setVisible(not steps)
        self._show_fields()

    def show_clerks(self, clerks: tuple[Clerk, ...]) -> None:
        """Who may own the case; the one at the counter stands first."""
        mine = ("", text("ui.case.myself"))
        self.owner.set_options([mine, *((clerk.code, clerk.name) for clerk in clerks)])

    def show_floor(self, floor: Floor | None) -> None:
        """The least that the rules give, beside the amount."""
        self._declared = floor is not None and bool(floor.declared_vnd)
        if floor is None or not floor.floor_vnd:
            self.compensation.set_note("")
        else:
            self.compensation.set_note(
                text("ui.case.floor", floor=dong(floor.floor_vnd)), Tone.INFO
            )
            if self.compensation.number() is None:
                self.compensation.set_number(floor.floor_vnd)
        self._show_fields()

    def begin(self) -> None:
        """The step was taken: nothing of it is kept, and the natural next will be chosen."""
        self.step.set_options(())
        self.words.set_value("")
        self.compensation.set_number(None)
        self.actual_loss.set_number(None)
        self.approval.clear()
        self.trouble.say("", Tone.BAD)

    def show_problem(self, name: str, sentence: str) -> None:
        """The sentence beside its field; without one, for the whole step."""
        if sentence and self.approval.refuse(name, sentence):
            return
        field = self._field(name)
        if field is not None:
            field.set_problem(sentence)
        else:
            self.trouble.say(sentence, Tone.BAD)

    def go_to(self, name: str) -> None:
        """Put the focus into a field."""
        found: dict[str, QWidget] = {
            "actual_loss": self.actual_loss,
            "compensation": self.compensation,
            "owner": self.owner,
            "outcome": self.outcome,
            "payer": self.payer,
            "approver": self.approval.who,
            "pin": self.approval.pin,
        }
        found.get(name, self.words).setFocus()

    def _field(self, name: str) -> Field | TextArea | None:
        """The field with room for a sentence; None for choices."""
        if name in {"reason", "note"}:
            return self.words
        return {"actual_loss": self.actual_loss, "compensation": self.compensation}.get(name)

    def _arrange(self) -> None:
        amounts = QHBoxLayout(self._money)
        amounts.setContentsMargins(0, 0, 0, 0)
        amounts.setSpacing(px(10))
        amounts.addWidget(self.actual_loss, 1)
        amounts.addWidget(self.compensation, 1)
        column = QVBoxLayout()
        column.setSpacing(px(8))
        for part in (
            self._nothing, self.step, self.owner, self.outcome, self._money, self.payer,
            self.approval, self.words, self.trouble, self.record,
        ):  # fmt: skip
            column.addWidget(part)
        self.body.addLayout(column)

    def _connect(self) -> None:
        for choice in (self.step, self.owner, self.outcome, self.payer):
            choice.changed.connect(lambda _value: self._by_hand())
            choice.entered.connect(self._go_on)
        for amount in (self.actual_loss, self.compensation):
            amount.edited.connect(lambda _text: self._by_hand())
        self.actual_loss.entered.connect(self.compensation.setFocus)
        self.compensation.entered.connect(self.words.setFocus)
        self.words.edited.connect(lambda _text: self._by_hand())
        self.words.entered.connect(self.record.setFocus)
        self.approval.edited.connect(self._by_hand)
        self.approval.entered.connect(self.record.setFocus)
        self.record.clicked.connect(self.taken)

    def _by_hand(self) -> None:
        self._show_fields()
        self.changed.emit()

    def _go_on(self) -> None:
        """Enter on a choice: to the next field that this step needs."""
        order = (self.owner, self.outcome, self.actual_loss, self.compensation, self.payer,
                 self.approval, self.words)  # fmt: skip
        at = next((place for place, each in enumerate(order) if each is self.sender()), -1)
        for field in order[at + 1 :]:
            if field.isVisible():
                field.setFocus()
                return

    def _show_fields(self) -> None:
        step = self.step.value()
        upheld = step == Step.DECIDE and self.outcome.value() == Outcome.UPHELD
        shown = {
            self.step: bool(step),
            self.owner: step == Step.INVESTIGATE,
            self.outcome: step == Step.DECIDE,
            self._money: upheld,
            self.actual_loss: upheld and self._declared,
            self.payer: step == Step.COMPENSATE,
            self.approval: step == Step.COMPENSATE,
            self.words: bool(step) and step != Step.COMPENSATE,
            self.record: bool(step),
        }
        for part, visible in shown.items():
            part.setVisible(visible)


def _word(step: Step, steps: tuple[Step, ...]) -> str:
    """Investigating again hands the case over."""
    again = step is Step.INVESTIGATE and Step.DECIDE in steps
    return text("ui.case.hand_over") if again else text(f"ui.case.step.{step}")
