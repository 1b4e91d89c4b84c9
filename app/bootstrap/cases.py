"""The part of the desk that takes a complaint further: steps, money, evidence."""

from functools import cached_property
from pathlib import Path

from app.bootstrap.session import DeskPart
from app.domain.complaints import Step
from app.domain.evidence import EvidenceFile
from app.queries.case_pages import case_page
from app.services import complaint_steps, deciding, evidence
from app.services.complaint_steps import SteppedCase, TakeStep
from app.services.deciding import DecideComplaint, Floor, PayCompensation
from app.services.erasure import EraseCustomer, ErasedCustomer, erase_customer
from app.services.evidence import AddEvidence, EraseComplaint
from app.store.complaints import complaint_by_number, evidence_by_id
from app.store.vault import Vault

_STEPS = {
    Step.INVESTIGATE: complaint_steps.investigate,
    Step.CLOSE: complaint_steps.close_complaint,
    Step.REOPEN: complaint_steps.reopen_complaint,
}


class CaseWork(DeskPart):
    """Evidence is opened here and nowhere else."""

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
        with self._store.reading() as connection:
            page = case_page(connection, number, self._store.clock.now_ms())
            stored = evidence_by_id(connection, page.line.number, evidence_id)
        if page.customer:
            self._views.revealed(self._session.clerk, page.customer, "evidence", page.line.number)
        return self._vault.open(stored)

    def erase_complaint(self, command: EraseComplaint) -> int:
        uow = self._store.unit_of_work()
        return evidence.erase_complaint(command, uow, self._vault, self._session.clerk)

    def erase(self, command: EraseCustomer) -> ErasedCustomer:
        """A customer, with the words and evidence of their complaints."""
        uow = self._store.unit_of_work()
        return erase_customer(command, uow, self._session.clerk, forget=self._vault.drop)

    @cached_property
    def _vault(self) -> Vault:
        return Vault(self._store)
