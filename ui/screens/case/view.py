"""One complaint: what it says at the left, what happened and comes next at the right."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QDialog, QFileDialog, QLabel, QVBoxLayout

from app.domain.identities import Clerk
from app.messages import text
from app.queries.case_pages import CaseEvent, CaseFile, CasePage
from app.queries.standing import PrintedState
from app.services.deciding import Floor
from ui.formats import clock_time, short_day
from ui.screens.case.facts_panel import FactsPanel
from ui.screens.case.step_panel import StepPanel
from ui.style.metrics import px
from ui.widgets.card import Card
from ui.widgets.columns import Columns
from ui.widgets.page import Page
from ui.widgets.row_list import RowList
from ui.widgets.rows import RowItem

_ROOMY = 1100
_BESIDE = 860
_LEAST = (600, 470)
_SHARE = 0.8


class CaseView(Page):
    """The panels have the signals."""

    def __init__(self) -> None:
        super().__init__(_LEAST)
        self.facts = FactsPanel()
        self.steps = StepPanel()
        self.events = RowList(text("ui.case.events"), lead=92, quiet=True)
        line = Card(text("ui.case.events"))
        line.body.addWidget(self.events, 1)
        line.body.addStretch()
        right = QVBoxLayout()
        right.setSpacing(px(12))
        right.addWidget(line, 1)
        right.addWidget(self.steps)
        self.columns = page = Columns(_BESIDE)
        page.setContentsMargins(px(16), px(12), px(16), px(12))
        self.setLayout(page)
        page.addWidget(self.facts)
        page.addLayout(right, 1)
        self.fit(_ROOMY)

    def show_page(self, page: CasePage, papers: tuple[PrintedState, ...]) -> None:
        """The case as it stands."""
        self.facts.show_page(page, papers)
        self.events.set_rows([_row(event) for event in page.events])
        self.events.scrollToBottom()
        self.steps.show_steps(page.steps)
        self.steps.changed.emit()

    def show_clerks(self, clerks: tuple[Clerk, ...]) -> None:
        self.steps.show_clerks(clerks)

    def show_floor(self, floor: Floor | None) -> None:
        self.steps.show_floor(floor)

    def begin_step(self) -> None:
        self.steps.begin()
        self.steps.step.setFocus()

    def show_problem(self, name: str, sentence: str) -> None:
        self.steps.show_problem(name, sentence)

    def show_trouble(self, sentence: str) -> None:
        self.steps.show_problem("", sentence)

    def set_busy(self, *, busy: bool) -> None:
        self.steps.record.setEnabled(not busy)

    def go_to(self, name: str) -> None:
        self.steps.go_to(name)

    def show_evidence(self, file: CaseFile, content: bytes) -> None:
        """A picture in the window; what cannot be shown here is saved where the clerk says."""
        image = QImage.fromData(content)
        if image.isNull():
            self._save(file, content)
            return
        room = self.window().size() * _SHARE
        shown = QLabel()
        shown.setAccessibleName(file.name)
        shown.setPixmap(
            QPixmap.fromImage(image).scaled(
                room,
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
        )
        self.shown = QDialog(self)
        self.shown.setWindowTitle(file.name)
        QVBoxLayout(self.shown).addWidget(shown)
        self.shown.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.shown.open()

    def fit(self, room: int) -> None:
        """The facts keep their room as long as the time line has enough."""
        self.columns.hold(self.facts, 470 if room >= _ROOMY else 390)

    def _save(self, file: CaseFile, content: bytes) -> None:
        target, _ = QFileDialog.getSaveFileName(self, text("ui.case.save_copy"), file.name)
        if target:
            self.write_copy(Path(target), content)

    def write_copy(self, target: Path, content: bytes) -> None:
        """Readable by its owner alone; a disk that takes nothing is told."""
        try:
            target.write_bytes(content)
            target.chmod(0o600)
        except OSError:
            self.show_trouble(text("ui.case.not_saved", name=target.name))


def _row(event: CaseEvent) -> RowItem:
    detail = " · ".join(part for part in (event.detail, event.words) if part)
    return RowItem(
        title=event.title,
        detail=detail,
        lead=f"{short_day(event.at)} {clock_time(event.at)}",
        side=event.clerk_name,
    )
