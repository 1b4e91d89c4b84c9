"""What the fake desk knows beside the form: labels, baskets that wait, books, files."""

from collections.abc import Sequence
from hashlib import sha256

from app.domain.bulk import CheckedRow, Sheet, SheetRow
from app.domain.drafts import SLOTS, Draft
from app.domain.item_code import grouped, parse_item_code
from app.domain.request_qr import CustomerRequest
from app.queries.finding import Findings, Hit
from app.queries.labels import LabelRoll
from app.queries.receiver_book import FormerReceiver
from app.services.bulk.booking import BookChunk
from app.services.drafts import KeepDraft, NoRoomForBasket
from app.services.labels import LabelNotOnRoll, LabelUsed, ReceivedLabels, ReceiveLabels
from app.services.shipments import AcceptedShipments
from tests.fakes.fake_post_office import CLERKS, NOW, PLACES


class FakeFiles:
    """Files of business senders: ``sheets`` by path, ``judged`` rows by line."""

    def __init__(self) -> None:
        super().__init__()
        self.sheets: dict[str, Sheet] = {}
        self.judged: dict[int, CheckedRow] = {}
        self.chunks: dict[tuple[str, bytes, int], str] = {}
        self.chunk_parts: list[tuple[int, int]] = []
        self.saved_rows: dict[str, tuple[int, ...]] = {}
        self.refuse_chunk: Exception | None = None
        self.refuse_sheet: Exception | None = None

    def _do(self, name: str) -> None:
        """The desk counts what is done, and stumbles when it is told to."""

    def read_sheet(self, path: str) -> Sheet:
        if self.refuse_sheet is not None:
            raise self.refuse_sheet
        return self.sheets[path]

    def save_left_out(self, path: str, sheet: Sheet, rows: Sequence[CheckedRow]) -> str:
        self._do("save_left_out")
        assert {row.line for row in rows} <= {row.line for row in sheet.rows}
        self.saved_rows[path] = tuple(row.line for row in rows)
        return path

    def check_rows(self, rows: Sequence[SheetRow], service: str) -> tuple[CheckedRow, ...]:  # noqa: ARG002 - the rows say it
        return tuple(self.judged[row.line] for row in rows)

    def check_mended(self, row: CheckedRow) -> CheckedRow:
        good = bool(row.entry.commune and row.entry.phone)
        problems = () if good else row.problems
        return CheckedRow(row.line, row.entry, row.reference, problems, 20_000, 20_000)

    def booked_chunks(self, customer: str, digest: bytes, chunks: int) -> dict[int, str]:
        return {
            chunk: self.chunks[customer, digest, chunk]
            for chunk in range(chunks)
            if (customer, digest, chunk) in self.chunks
        }

    def book_chunk(self, command: BookChunk) -> AcceptedShipments:
        if self.refuse_chunk is not None:
            refusal, self.refuse_chunk = self.refuse_chunk, None
            raise refusal
        receipt = f"100950-2-{900 + len(self.chunks):07d}"
        self.chunks[command.customer, command.digest, command.chunk] = receipt
        self.chunk_parts.append((command.transfer_vnd, command.on_account_vnd))
        due_vnd = sum(row.due_vnd for row in command.rows)
        proof = sha256(receipt.encode()).hexdigest()[:10].upper()
        return AcceptedShipments(receipt, proof, (), due_vnd, 0, "")


class FakeTakingIn(FakeFiles):
    """``rolls`` holds ranges, ``used`` labels, ``books`` former receivers."""

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[int, Draft] = {}
        self.saves = 0
        self.rolls: list[LabelRoll] = []
        self.used: set[str] = set()
        self.books: dict[str, tuple[FormerReceiver, ...]] = {}

    def receive_labels(self, command: ReceiveLabels) -> ReceivedLabels:
        first, last = parse_item_code(command.first), parse_item_code(command.last)
        count = last.serial - first.serial + 1
        roll = LabelRoll(first.text, last.text, count, 0, NOW, CLERKS[2].name)
        self.rolls.insert(0, roll)
        return ReceivedLabels(first.text, last.text, count)

    def label_rolls(self) -> tuple[LabelRoll, ...]:
        return tuple(self.rolls)

    def read_label(self, scanned: str, service: str) -> str:  # noqa: ARG002 - every service here
        code = parse_item_code(scanned).text
        if not any(roll.first <= code <= roll.last for roll in self.rolls):
            raise LabelNotOnRoll(label=grouped(code))
        if code in self.used:
            raise LabelUsed(label=grouped(code))
        return code

    def drafts(self) -> tuple[Draft, ...]:
        return tuple(self.kept[slot] for slot in sorted(self.kept))

    def keep_draft(self, command: KeepDraft) -> int | None:
        self.saves += 1
        slot = self._slot_of(command.command_id)
        if command.content.is_empty():
            self.give_up_draft(command.command_id)
            return None
        if slot is None:
            slot = next((each for each in range(1, SLOTS + 1) if each not in self.kept), None)
        if slot is None:
            raise NoRoomForBasket(most=SLOTS)
        people = getattr(self, "people", {})
        name = people[command.customer].full_name if command.customer in people else ""
        self.kept[slot] = Draft(
            slot, command.command_id, command.customer, name, CLERKS[0].name, NOW, command.content
        )
        return slot

    def give_up_draft(self, command_id: bytes) -> None:
        slot = self._slot_of(command_id)
        if slot is not None:
            del self.kept[slot]

    def receiver_book(
        self, number: str, words: str = "", most: int = 50
    ) -> tuple[FormerReceiver, ...]:
        return tuple(
            each for each in self.books.get(number, ()) if words.lower() in each.name.lower()
        )[:most]

    def _requested(self, request: CustomerRequest) -> Findings:
        """The form filled; of the sample customers only the number says who sends."""
        people = getattr(self, "people", {})
        known = people.get(request.customer)
        hits = (Hit("customer", known.number, known.full_name),) if known else ()
        return Findings(
            hits=hits,
            request=request.entry(
                lambda code, _scheme: next((each for each in PLACES if each.code == code), None)
            ),
        )

    def _slot_of(self, command_id: bytes) -> int | None:
        return next((s for s, draft in self.kept.items() if draft.command_id == command_id), None)
