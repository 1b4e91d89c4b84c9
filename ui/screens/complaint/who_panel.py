"""Who complains, what happened and what they ask for. Layout only."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.complaints import Role
from app.messages import text
from app.queries.complaint_subjects import ClockPreview, Contact
from app.services.complaints import LONGEST_ADDRESS
from ui.screens.complaint.entered import Chosen
from ui.style.metrics import px
from ui.style.tokens import Tone
from ui.widgets.card import Card
from ui.widgets.choice import Choice
from ui.widgets.field import Field
from ui.widgets.key_button import KeyButton
from ui.widgets.labels import Elided, Text
from ui.widgets.notice import Notice
from ui.widgets.scroll import Scroll
from ui.widgets.text_area import TextArea

_TONES = {"in_time": Tone.GOOD, "late": Tone.BAD, "unknown": Tone.WARN}


class WhoPanel(Card):
    """Signals: ``changed``, ``role_chosen(role)``, ``file_asked``, ``files_dropped``, ``filed``."""

    changed = Signal()
    role_chosen = Signal(str)
    file_asked = Signal()
    files_dropped = Signal()
    filed = Signal()

    def __init__(self) -> None:
        super().__init__(text("ui.complaint.who"))
        self.role = Choice(
            text("ui.complaint.role"),
            [(role.value, text(f"ui.complaint.role.{role}")) for role in Role],
        )
        self.fields: dict[str, Field | TextArea] = {
            name: Field(
                text(f"ui.complaint.{name}"), placeholder=text(f"ui.complaint.{name}_example")
            )
            for name in ("name", "phone", "address", "authority", "delivered_on", "remedy")
        }
        self.fields["facts"] = TextArea(
            text("ui.complaint.facts"), lines=3, placeholder=text("ui.complaint.facts_example")
        )
        address = self.fields["address"]
        if isinstance(address, Field):
            address.set_limit(LONGEST_ADDRESS)
        self.clock = Notice("", Tone.INFO)
        self.trouble = Notice("", Tone.BAD)
        self._files = Elided("", "secondary", least=120)
        self._problem = Text("", "problem", wrap=True)
        self.add = KeyButton(text("ui.complaint.add_file"), "Alt+T")
        self.drop = KeyButton(text("ui.complaint.drop_files"))
        self.record = KeyButton(text("ui.complaint.record"), "F12", primary=True)
        self._problem.hide()
        self._files.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for part in (self._files, self.drop, self.add):
            self.head.addWidget(part)
        self.body.addWidget(self._problem)
        self.body.addWidget(self.role)
        self.body.addWidget(Scroll(self._form()), 1)
        self.body.addStretch()
        self.body.addWidget(self.trouble)
        self.body.addWidget(self.clock)
        self.body.addWidget(self.record)
        self._connect()
        self.show_role(Role.SENDER)
        self.show_files(())

    def fit(self, *, roomy: bool) -> None:
        """With little room the files chosen are told in their tooltip alone."""
        self._files.setVisible(roomy)
        self.add.setToolTip(self._files.text())

    def show_role(self, role: str) -> None:
        """A representative shows a paper."""
        self.fields["authority"].setVisible(role == Role.REPRESENTATIVE)

    def show_contact(self, contact: Contact) -> None:
        """Name and contact as the books have them."""
        for name in ("name", "phone", "address"):
            with QSignalBlocker(self.fields[name]):
                self.fields[name].set_value(getattr(contact, name))

    def show_clock(self, preview: ClockPreview | None) -> None:
        """When the answer would be due, and whether the complaint is in time."""
        if preview is None:
            self.clock.say("", Tone.INFO)
            return
        until = f"{preview.window_until:%d/%m/%Y}" if preview.window_until else ""
        self.clock.say(
            text(f"ui.complaint.clock.{preview.timeliness}", until=until),
            _TONES[preview.timeliness],
            title=text("ui.complaint.clock.due", due=f"{preview.due_on:%d/%m/%Y}"),
        )

    def show_files(self, files: tuple[Chosen, ...]) -> None:
        """Names and sizes of what was chosen."""
        told = ", ".join(f"{file.name} ({max(file.size // 1000, 1)} kB)" for file in files)
        self._files.setText(told or text("ui.complaint.no_files"))
        self.drop.setVisible(bool(files))

    def show_problem(self, name: str, sentence: str) -> None:
        """The sentence beside its field; without one, for the whole form."""
        if name in self.fields:
            self.fields[name].set_problem(sentence)
        elif name == "evidence":
            self._problem.setText(sentence)
            self._problem.setVisible(bool(sentence))
        else:
            self.trouble.say(sentence, Tone.BAD)

    def _connect(self) -> None:
        self.role.changed.connect(self.show_role)
        self.role.changed.connect(self.role_chosen)
        for field in self.fields.values():
            field.edited.connect(lambda _text: self.changed.emit())
        self.add.clicked.connect(self.file_asked)
        self.drop.clicked.connect(self.files_dropped)
        self.record.clicked.connect(self.filed)

    def _form(self) -> QWidget:
        form = QWidget()
        column = QVBoxLayout(form)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        first = QHBoxLayout()
        first.setSpacing(px(10))
        first.addWidget(self.fields["name"], 3)
        first.addWidget(self.fields["phone"], 2)
        column.addLayout(first)
        column.addWidget(self.fields["authority"])
        second = QHBoxLayout()
        second.setSpacing(px(10))
        second.addWidget(self.fields["address"], 3)
        second.addWidget(self.fields["delivered_on"], 2)
        column.addLayout(second)
        column.addWidget(self.fields["facts"])
        column.addWidget(self.fields["remedy"])
        return form
