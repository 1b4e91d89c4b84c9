"""The part of the desk that deals with complaints."""

from datetime import date
from functools import cached_property
from pathlib import Path

from app.bootstrap.session import DeskPart
from app.domain.complaints import Step
from app.domain.evidence import EvidenceFile
from app.domain.reference.complaints import ComplaintType
from app.ids import new_id
from app.queries import case_pages, complaint_subjects, complaints
from app.queries.case_pages import CasePage
from app.queries.complaint_subjects import ClockPreview, ComplaintSubject
from app.queries.complaints import CaseFilter, CaseLine, CaseList
from app.queries.receipts import papers_of
from app.queries.standing import PrintedState
from app.services import complaint_steps, deciding, evidence
from app.services.complaint_steps import SteppedCase, TakeStep
from app.services.complaints import FileComplaint, FiledComplaint, file_complaint
from app.services.deciding import DecideComplaint, Floor, PayCompensation
from app.services.documents import ReprintDocuments, reprint_documents
from app.services.evidence import AddEvidence, EraseComplaint
from app.store.complaints import complaint_by_number, evidence_by_id
from app.store.vault import Vault

_STEPS = {
    Step.INVESTIGATE: complaint_steps.investigate,
    Step.CLOSE: complaint_steps.close_complaint,
    Step.REOPEN: complaint_steps.reopen_complaint,
}


class Complaints(DeskPart):
    """Filing, following and deciding; evidence is opened here and nowhere else."""

    def complaint_types(self) -> tuple[ComplaintType, ...]:
        with self._store.reading() as connection:
            return complaint_subjects.complaint_types(connection, self._store.clock.now_ms())

    def complaint_subject(self, code: str) -> ComplaintSubject:
        """What a form can be filled with; a customer's leaves its line in the view log."""
        clerk = self._session.clerk
        with self._store.reading() as connection:
            found = complaint_subjects.complaint_subject(
                connection, code, self._store.clock.now_ms()
            )
        for customer in {item.customer for item in found.items if item.customer}:
            self._views.viewed(clerk, customer)
        return found

    def complaint_clock(
        self, complaint_type: str, item: str, delivered_on: date | None
    ) -> ClockPreview:
        """What the clock would say if it were recorded now."""
        with self._store.reading() as connection:
            now_ms = self._store.clock.now_ms()
            return complaint_subjects.clock_preview(
                connection, complaint_type, item, delivered_on, now_ms
            )

    def file_complaint(self, command: FileComplaint) -> FiledComplaint:
        return file_complaint(command, self._store.unit_of_work(), self._session.clerk)

    def complaints(self, wanted: CaseFilter) -> CaseList:
        with self._store.reading() as connection:
            return complaints.case_list(connection, self._store.clock.now_ms(), wanted)

    def complaints_of(self, customer: str) -> tuple[CaseLine, ...]:
        """Open cases of a customer, or about what the customer sent."""
        with self._store.reading() as connection:
            now_ms = self._store.clock.now_ms()
            return complaints.open_cases_of_customer(connection, customer, now_ms)

    def complaint(self, number: str) -> CasePage:
        """One case; a customer's leaves its line in the view log."""
        clerk = self._session.clerk
        with self._store.reading() as connection:
            page = case_pages.case_page(connection, number, self._store.clock.now_ms())
        if page.customer:
            self._views.viewed(clerk, page.customer)
        return page

    def complaint_papers(self, number: str) -> tuple[PrintedState, ...]:
        """What of the slip and its copies is on paper."""
        with self._store.reading() as connection:
            return papers_of(connection, number)

    def take_step(self, step: Step, command: TakeStep) -> SteppedCase:
        """Investigate, close or reopen."""
        return _STEPS[step](command, self._store.unit_of_work(), self._session.clerk)

    def compensation_floor(self, number: str, actual_loss_vnd: int = 0) -> Floor:
        """What the rules give today, before anything is decided."""
        with self._store.reading() as connection:
            stored = complaint_by_number(connection, number)
            now_ms = self._store.clock.now_ms()
            return deciding.floor_of(connection, stored, actual_loss_vnd, now_ms)

    def decide_complaint(self, command: DecideComplaint) -> SteppedCase:
        uow = self._store.unit_of_work()
        return deciding.decide_complaint(command, uow, self._session.clerk)

    def pay_compensation(self, command: PayCompensation) -> SteppedCase:
        uow = self._store.unit_of_work()
        return deciding.pay_compensation(command, uow, self._session.clerk)

    def check_evidence(self, file: Path) -> EvidenceFile:
        """Whether a chosen file could be added."""
        return evidence.check_evidence(file)

    def add_evidence(self, command: AddEvidence) -> EvidenceFile:
        uow = self._store.unit_of_work()
        return evidence.add_evidence(command, uow, self._vault, self._session.clerk)

    def open_evidence(self, number: str, evidence_id: str) -> bytes:
        """The bytes of one file, for whoever is signed in; noted like the view of a customer."""
        page = self.complaint(number)
        with self._store.reading() as connection:
            stored = evidence_by_id(connection, page.line.number, evidence_id)
        if page.customer:
            self._views.revealed(self._session.clerk, page.customer, "evidence", page.line.number)
        return self._vault.open(stored)

    def erase_complaint(self, command: EraseComplaint) -> int:
        uow = self._store.unit_of_work()
        return evidence.erase_complaint(command, uow, self._vault, self._session.clerk)

    def reprint_complaint(self, number: str) -> tuple[PrintedState, ...]:
        """Queue a marked copy of the slip."""
        command = ReprintDocuments(new_id(self._store.clock.now_ms()), number)
        reprint_documents(command, self._store.unit_of_work(), self._session.clerk)
        return self.complaint_papers(number)

    def tidy_evidence(self) -> None:
        """Remove sealed files whose rows went with an erasure, or never came."""
        with self._store.reading() as connection:
            evidence.tidy_evidence(connection, self._vault)

    @cached_property
    def _vault(self) -> Vault:
        return Vault(self._store)
