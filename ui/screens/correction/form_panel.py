"""The form of what is done to a booked transaction: each deed shows the fields that it needs."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.domain.phones import national
from app.domain.places import Place
from app.domain.reference.catalogue import Catalogue
from app.messages import text
from app.queries.transactions import ItemLine
from ui.screens.correction.entered import Deed, Entered
from ui.style.metrics import px
from ui.style.tokens import Tone
from ui.widgets.approval import ApprovalFields
from ui.widgets.choice import Choice
from ui.widgets.field import Field
from ui.widgets.form import enter_walks
from ui.widgets.key_button import KeyButton
from ui.widgets.labels import Text
from ui.widgets.notice import Notice
from ui.widgets.numbers import NumberField
from ui.widgets.pay_panel import PayPanel
from ui.widgets.search_field import SearchField

_SHOWN = {
    Deed.CONFIRM: ("by", "reference"),
    Deed.CORRECT: ("item", "service", "weight", "receiver", "reason", "approval"),
    Deed.VOID: ("scope", "refund", "reason", "approval"),
    Deed.REFUND: ("scope", "refund", "reason", "approval"),
}

_MONEY = ("tendered", "transfer", "on_account")
"""How it is paid changes nothing of what it costs."""


class FormPanel(QWidget):
    """Signals: ``submitted``; ``edited`` by hand; ``place_sought(words)``; ``pay`` has its own."""

    submitted = Signal()
    edited = Signal()
    place_sought = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.deeds = Choice(text("ui.correction.deeds"))
        self.scope = Choice(text("ui.correction.scope"), _options("scope", ("whole", "item")))
        self.refund = Choice(text("ui.correction.refund"), _options("refund", ("cash", "transfer")))
        self.by = Choice(text("ui.correction.by"), _options("by", ("transfer", "cash")))
        self.item = Text("", "strong", wrap=True)
        self.service = Choice(text("ui.correction.service"))
        self.weight = NumberField(text("ui.correction.weight"), unit="g")
        self.name = Field(text("ui.acceptance.receiver"))
        self.phone = Field(text("ui.acceptance.phone"))
        self.street = Field(text("ui.acceptance.street"))
        self.commune = SearchField(text("ui.form.commune"))
        self.reference = Field(text("ui.correction.reference"))
        self.reason = Field(text("ui.correction.reason"))
        self.approval = ApprovalFields(text("ui.correction.approver"))
        self.pay = PayPanel()
        self._receiver = _block(self.name, self.phone, self.street, self.commune)
        self.figures = Notice("", Tone.INFO)
        self.trouble = Notice("", Tone.BAD)
        self.button = KeyButton(text("ui.correction.do"), "F12", primary=True)
        self.button.clicked.connect(self.submitted)
        self._code = ""
        self._shown_item: ItemLine | None = None
        self._arrange()
        self._connect()
        self.setFocusProxy(self.deeds)
        self.show_deeds(())

    def entered(self) -> Entered:
        """What stands in the form now."""
        place = self.commune.chosen_value()
        return Entered(
            deed=Deed(self.deeds.value() or Deed.CORRECT),
            code=self._code,
            whole=self.scope.value() == "whole",
            reason=self.reason.value(),
            refund=self.refund.value(),
            reference=self.reference.value(),
            by=self.by.value(),
            approver=self.approval.code(),
            pin=self.approval.given_pin(),
            service=self.service.value(),
            weight_g=self.weight.number(),
            name=self.name.value(),
            phone=self.phone.value(),
            street=self.street.value(),
            commune=place.code if isinstance(place, Place) else "",
            tendered_vnd=self.pay.money.number(),
            given=self.pay.chosen(),
        )

    def show_services(self, catalogue: Catalogue) -> None:
        """What an item may be sent by."""
        chosen = self.service.value()
        self.service.set_options([(each.code, each.short_label) for each in catalogue.services])
        self.service.set_value(chosen)

    def show_deeds(self, deeds: tuple[Deed, ...]) -> None:
        """What can be done now; the choice stays as far as it can."""
        chosen = self.deeds.value()
        self.deeds.set_options([(deed, text(f"ui.correction.deed.{deed}")) for deed in deeds])
        self.deeds.set_value(chosen)
        self.setVisible(bool(deeds))
        self.button.setVisible(bool(deeds) and self.button.parentWidget() is not None)
        self._fit_deed()

    def show_item(self, item: ItemLine | None) -> None:
        """The item that is marked, as it stands; None when none of them can be changed."""
        shown, self._shown_item = self._shown_item, item
        self._code = item.code if item else ""
        if item is None or item == shown:
            return  # news of something else take nothing away that was typed
        self.item.setText(text("ui.correction.item", code=item.code, service=item.service_label))
        self.service.set_value(item.service)
        self.weight.set_number(item.actual_g)
        self.name.set_value(item.receiver_name)
        self.phone.set_value(national(item.receiver_phone))
        self.street.set_value(item.receiver_street)
        self.commune.set_chosen(None)
        self.commune.set_value(item.receiver_place)

    def show_figures(self, sentence: str, flows: str) -> None:
        """What it would come to. ``flows``: collect, give or nothing; a correction asks how it is
        paid, or given back, only then.
        """
        self.figures.say(sentence, Tone.WARN if flows == "collect" else Tone.INFO)
        if self.deeds.value() == Deed.CORRECT:
            self.pay.setVisible(flows == "collect")
            self.refund.setVisible(flows == "give")

    def refuse(self, field: str, sentence: str) -> None:
        """Beside its field, or above the key where it is about none."""
        self._clear_problems()
        told = self._fields().get(field)
        if told is not None and told.isVisible():
            told.set_problem(sentence)
            told.setFocus()
        elif not (self.approval.isVisible() and self.approval.refuse(field, sentence)):
            self.trouble.say(sentence, Tone.BAD)

    def begin_anew(self) -> None:
        """Nothing of what was typed is kept."""
        for field in (self.reason, self.reference):
            field.set_value("")
        self.pay.begin_anew()
        self.approval.clear()
        self._clear_problems()
        self.deeds.setFocus()

    def _fields(self) -> dict[str, Field]:
        return {
            "reason": self.reason,
            "reference": self.reference,
            "tendered": self.pay.money,
            "transfer": self.pay.transfer,
            "on_account": self.pay.on_account,
            "weight": self.weight,
            "receiver_name": self.name,
            "receiver_phone": self.phone,
            "receiver_street": self.street,
            "receiver_commune": self.commune,
        }

    def _clear_problems(self) -> None:
        self.trouble.say("", Tone.BAD)
        for field in (*self._fields().values(), self.approval.who, self.approval.pin):
            field.set_problem("")

    def _fit_deed(self) -> None:
        deed = Deed(self.deeds.value() or Deed.CORRECT)
        shown = _SHOWN[deed]
        for name in ("by", "reference", "item", "service", "weight", "scope", "refund", "reason",
                     "approval"):  # fmt: skip
            getattr(self, name).setVisible(name in shown)
        self._receiver.setVisible("receiver" in shown)
        self.pay.hide()
        self.button.setText(text(f"ui.correction.do.{deed}"))

    def _deed_chosen(self, _deed: str) -> None:
        self._fit_deed()
        self._clear_problems()
        self.edited.emit()

    def _connect(self) -> None:
        self.deeds.changed.connect(self._deed_chosen)
        for choice in (self.scope, self.refund, self.by, self.service):
            choice.changed.connect(lambda _value: self.edited.emit())
        for name, field in self._fields().items():
            if name not in _MONEY:
                field.edited.connect(lambda _words: self.edited.emit())
        self.commune.edited.connect(self.place_sought)
        self.commune.chosen.connect(lambda _place: self.edited.emit())
        stops = (
            self.deeds, self.by, self.reference, self.scope, self.service, self.weight, self.name,
            self.phone, self.street, self.commune, self.refund, self.pay.transfer,
            self.pay.on_account, self.pay.money, self.reason,
        )  # fmt: skip
        enter_walks(stops, self._behind_reason)
        QWidget.setTabOrder(self.refund, self.pay.way)
        QWidget.setTabOrder(self.pay.way, self.pay.transfer.edit)
        self.approval.entered.connect(self.submitted)

    def _behind_reason(self) -> None:
        """On to whoever approves, where somebody has to."""
        if self.approval.isHidden():
            self.submitted.emit()
        else:
            self.approval.setFocus()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(9))
        for widget in (
            self.deeds, self.item, self.by, self.scope, self.service, self.weight,
            self._receiver, self.figures, self.refund, self.pay, self.reference,
            self.reason, self.approval,
        ):  # fmt: skip
            column.addWidget(widget)


def _options(name: str, values: tuple[str, ...]) -> list[tuple[str, str]]:
    return [(value, text(f"ui.correction.{name}.{value}")) for value in values]


def _block(*fields: QWidget) -> QWidget:
    """Two in each row."""
    block = QWidget()
    grid = QGridLayout(block)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(px(10))
    grid.setVerticalSpacing(px(9))
    for at, field in enumerate(fields):
        grid.addWidget(field, at // 2, at % 2, Qt.AlignmentFlag.AlignTop)
    for column in (0, 1):
        grid.setColumnStretch(column, 1)
    return block
