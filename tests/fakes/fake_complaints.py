"""The complaints side of the fake desk: real rules and days, cases in memory."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from app.domain.complaint_clock import Timeliness, Urgency, Window, due_day, term, window
from app.domain.complaint_number import complaint_number
from app.domain.complaints import CaseState, Role, Step, next_steps
from app.domain.evidence import EvidenceFile, evidence_file
from app.domain.phones import mask_phone, normalise_phone
from app.domain.reference.book import ReferenceBook
from app.domain.reference.complaints import ComplaintType
from app.domain.reference.shipped import shipped_reference
from app.domain.reference.versions import ValidFiles
from app.messages import text
from app.queries.case_pages import CaseEvent, CaseFile, CasePage
from app.queries.complaint_subjects import ClockPreview, ComplaintSubject, Contact, ItemSubject
from app.queries.complaints import CaseFilter, CaseLine, CaseList
from app.queries.standing import PrintedState
from app.services.complaint_refusals import FactsUnusable
from app.services.complaint_steps import SteppedCase, TakeStep
from app.services.complaints import FileComplaint, FiledComplaint
from app.services.deciding import BelowFloor, DecideComplaint, Floor, PayCompensation
from app.services.evidence import AddEvidence

TODAY = date(2026, 11, 21)
NOW = datetime(2026, 11, 21, 5, 0, tzinfo=UTC)
ITEM = "CA104882501VN"
SENDER = Contact("Nguyễn Thị Ánh Tuyết", "+84903123456", "12 Hàng Bông, phường Hoàn Kiếm, Hà Nội")
ADDRESSEE = Contact("Đặng Văn Quyết", "+84912000654", "5 Lê Lợi, phường Sài Gòn, Hồ Chí Minh")
FLOOR_VND = 94_000
LATE_DAY = "01/10/2026"
"""A delivery whose month has passed."""
_BOOK = ReferenceBook(ValidFiles(shipped_reference(), TODAY))
_AFTER = {
    Step.INVESTIGATE: CaseState.INVESTIGATING,
    Step.DECIDE: CaseState.DECIDED,
    Step.CLOSE: CaseState.CLOSED,
    Step.REOPEN: CaseState.REOPENED,
}


class FakeCaseWork:
    """``cases`` by number; ``fail_step`` is raised by the next step. Any code leads to one item."""

    def __init__(self) -> None:
        super().__init__()
        self.cases: dict[str, CasePage] = {}
        self.filed_forms: dict[bytes, FiledComplaint] = {}
        self.steps: list[object] = []
        self.sealed: dict[str, bytes] = {}
        self.fail_step: Exception | None = None
        self.slip_state = "printed"
        self.fail_subject: Exception | None = None

    def take_step(self, step: Step, command: TakeStep) -> SteppedCase:
        return self._move(command.number, step, command.note, "Trần Minh Châu", command)

    def compensation_floor(self, number: str, actual_loss_vnd: int = 0) -> Floor:  # noqa: ARG002 - the desk's own
        return Floor("2026", FLOOR_VND // 4, 0, FLOOR_VND, None)

    def decide_complaint(self, command: DecideComplaint) -> SteppedCase:
        if command.outcome == "upheld" and command.compensation_vnd < FLOOR_VND:
            raise BelowFloor(floor_vnd=FLOOR_VND)
        done = self._move(command.number, Step.DECIDE, command.reason, "Lê Hồng Phúc", command)
        page = self.cases[command.number]
        steps = page.steps
        if command.compensation_vnd:
            steps = (Step.COMPENSATE, Step.REOPEN)
        self.cases[command.number] = replace(
            page, steps=steps, outcome=command.outcome, compensation_vnd=command.compensation_vnd
        )
        return done

    def pay_compensation(self, command: PayCompensation) -> SteppedCase:
        self.steps.append(command)
        page = self.cases[command.number]
        self.cases[command.number] = replace(
            page, paid_by=command.payer, steps=(Step.CLOSE, Step.REOPEN)
        )
        return SteppedCase(command.number, CaseState.DECIDED)

    def check_evidence(self, file: Path) -> EvidenceFile:
        return evidence_file(file.name, file.read_bytes())

    def add_evidence(self, command: AddEvidence) -> EvidenceFile:
        content = command.file.read_bytes()
        found = evidence_file(command.file.name, content)
        page = self.cases[command.number]
        name = f"{len(page.files):032x}"
        self.sealed[name] = content
        stored = CaseFile(name, found.name, found.media, found.size, "", NOW)
        self.cases[command.number] = replace(page, files=(*page.files, stored))
        return found

    def open_evidence(self, number: str, evidence_id: str) -> bytes:  # noqa: ARG002 - the desk's own
        return self.sealed[evidence_id]

    def settle_complaint_print(
        self, number: str, job: int, *, on_paper: bool
    ) -> tuple[PrintedState, ...]:
        self.steps.append(("settled", job, on_paper))
        self.slip_state = "printed"
        return self.complaint_papers(number)

    def reprint_complaint(self, number: str) -> tuple[PrintedState, ...]:
        self.steps.append(("reprint", number))
        copy = PrintedState(901, f"Phiếu khiếu nại {number}", "waiting", 1, "")
        return (*self.complaint_papers(number), copy)

    def complaint_papers(self, number: str) -> tuple[PrintedState, ...]:
        return (PrintedState(900, f"Phiếu khiếu nại {number}", self.slip_state, 0, ""),)

    def _move(
        self, number: str, step: Step, words: str, owner: str, command: object
    ) -> SteppedCase:
        error, self.fail_step = self.fail_step, None
        if error is not None:
            raise error
        self.steps.append(command)
        page, state = self.cases[number], _AFTER[step]
        line = replace(
            page.line, state=state, state_label=text(f"complaint.state.{state}"), owner=owner
        )
        steps = next_steps(state, owed=False)
        self.cases[number] = replace(
            page, line=line, steps=steps, events=(*page.events, _event(step, words, owner))
        )
        return SteppedCase(number, state)


class FakeComplaints(FakeCaseWork):
    """Forms, lists and pages; any code leads to one item."""

    def complaint_types(self) -> tuple[ComplaintType, ...]:
        return _BOOK.complaint_types

    def complaint_subject(self, code: str) -> ComplaintSubject:
        if self.fail_subject is not None:
            raise self.fail_subject
        if code.startswith("RA"):
            return ComplaintSubject(unknown="".join(code.split()))
        item = ItemSubject(
            ITEM,
            "Bưu kiện nhanh",
            "Sách giáo khoa",
            NOW - timedelta(days=9),
            SENDER,
            ADDRESSEE,
            "",
            (),
        )
        return ComplaintSubject(items=(item,))

    def complaint_clock(
        self, complaint_type: str, item: str, delivered_on: date | None
    ) -> ClockPreview:
        due = due_day(TODAY, _BOOK.complaint_rules, international=False)
        found = a_window(complaint_type, item, delivered_on)
        return ClockPreview(TODAY, due, found.until, found.timeliness)

    def file_complaint(self, command: FileComplaint) -> FiledComplaint:
        if not command.facts:
            raise FactsUnusable(limit=2000)
        if command.command_id not in self.filed_forms:
            number = complaint_number("100950", "2", len(self.filed_forms) + 1)
            found = a_window(command.complaint_type, command.item, command.delivered_on)
            self.cases[number] = a_case(number, command, found)
            self.filed_forms[command.command_id] = FiledComplaint(
                number,
                found.timeliness,
                found.until.isoformat() if found.until else None,
                self.cases[number].line.due_on.isoformat(),
            )
        return self.filed_forms[command.command_id]

    def complaints(self, wanted: CaseFilter) -> CaseList:
        lines = [in_this_language(page).line for page in self.cases.values()]
        running = [line for line in lines if line.state is not CaseState.CLOSED]
        shown = [
            line
            for line in (running if wanted.open_only else lines)
            if wanted.state in {"", line.state}
            and wanted.owner in {"", line.owner}
            and (
                not wanted.urgency or line.urgency in (Urgency.OVERDUE, Urgency.TODAY, Urgency.SOON)
            )
        ]
        urgencies = [line.urgency for line in running]
        return CaseList(
            lines=tuple(sorted(shown, key=lambda line: line.due_on)),
            overdue=urgencies.count(Urgency.OVERDUE),
            today=urgencies.count(Urgency.TODAY),
            soon=urgencies.count(Urgency.SOON),
            open=len(running),
            owners=tuple(sorted({line.owner for line in lines if line.owner})),
        )

    def complaints_of(self, customer: str) -> tuple[CaseLine, ...]:
        return tuple(page.line for page in self.cases.values() if page.customer == customer)

    def complaint(self, number: str) -> CasePage:
        return in_this_language(self.cases[number])


def a_window(kind: str, item: str, delivered_on: date | None) -> Window:
    found = next((each for each in _BOOK.complaint_types if each.code == kind), None)
    if found is None:
        return Window(None, Timeliness.UNKNOWN)
    accepted_on = TODAY - timedelta(days=9) if item == ITEM else None
    return window(found, TODAY, accepted_on=accepted_on, transit_days=7, delivered_on=delivered_on)


def in_this_language(page: CasePage) -> CasePage:
    """What the counter says in words is said anew at each reading."""
    line = replace(page.line, state_label=text(f"complaint.state.{page.line.state}"))
    events = (replace(each, title=text(f"complaint.event.{each.kind}")) for each in page.events)
    role_label = text(f"complaint.role.{page.role}")
    return replace(page, line=line, events=tuple(events), role_label=role_label)


def a_line(number: str, command: FileComplaint, found: Window) -> CaseLine:
    """Received just now."""
    due = due_day(TODAY, _BOOK.complaint_rules, international=False)
    kind = next(each for each in _BOOK.complaint_types if each.code == command.complaint_type)
    return CaseLine(
        number=number,
        item=command.item,
        type_label=kind.label,
        complainant=command.name,
        state=CaseState.RECEIVED,
        state_label=text("complaint.state.received"),
        owner="",
        received_at=NOW,
        due_on=due,
        days_left=(due - TODAY).days,
        urgency=Urgency.CALM,
        timeliness=found.timeliness,
    )


def a_case(number: str, command: FileComplaint, found: Window) -> CasePage:
    line = a_line(number, command, found)
    runs = term(TODAY, line.due_on, _BOOK.complaint_rules, _BOOK.working_days)
    known = command.item == ITEM
    return CasePage(
        line=line,
        item_known=known,
        role=command.role,
        role_label=text(f"complaint.role.{command.role}"),
        name=command.name,
        phone_masked=mask_phone(normalise_phone(command.phone)) if command.phone else "",
        address=command.address,
        authority=command.authority if command.role == Role.REPRESENTATIVE else "",
        facts=command.facts,
        remedy=command.remedy,
        international=False,
        customer=command.customer,
        accepted_on=TODAY - timedelta(days=9) if known else None,
        transit_days=7 if known else None,
        delivered_on=command.delivered_on,
        window_until=found.until,
        warnings_on=runs.warnings_on,
        soon_on=runs.soon_on,
        outcome="",
        floor_vnd=0,
        compensation_vnd=0,
        paid_by="",
        events=(_event("received", "", "Trần Minh Châu"),),
        files=(),
        steps=(Step.INVESTIGATE,),
        erased=False,
    )


def _event(kind: str, words: str, clerk_name: str) -> CaseEvent:
    return CaseEvent(NOW, kind, text(f"complaint.event.{kind}"), "", words, clerk_name)
