"""The part of the desk that deals with complaints."""

from datetime import date

from app.bootstrap.cases import CaseWork
from app.domain.reference.complaints import ComplaintType
from app.ids import new_id
from app.queries import case_pages, complaint_subjects, complaints
from app.queries.case_pages import CasePage
from app.queries.complaint_subjects import ClockPreview, ComplaintSubject
from app.queries.complaints import CaseFilter, CaseLine, CaseList
from app.queries.receipts import papers_of
from app.queries.standing import PrintedState
from app.services.complaints import FileComplaint, FiledComplaint, file_complaint
from app.services.documents import ReprintDocuments, SettlePrint, reprint_documents, settle_print


class Complaints(CaseWork):
    """Forms, lists and pages."""

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

    def reprint_complaint(self, number: str) -> tuple[PrintedState, ...]:
        """Queue a marked copy of the slip."""
        command = ReprintDocuments(new_id(self._store.clock.now_ms()), number)
        reprint_documents(command, self._store.unit_of_work(), self._session.clerk)
        return self.complaint_papers(number)

    def settle_complaint_print(
        self, number: str, job: int, *, on_paper: bool
    ) -> tuple[PrintedState, ...]:
        """The clerk's word on a slip in doubt: it is on paper, or a marked copy is made."""
        command = SettlePrint(new_id(self._store.clock.now_ms()), job, on_paper)
        settle_print(command, self._store.unit_of_work(), self._session.clerk)
        return self.complaint_papers(number)
