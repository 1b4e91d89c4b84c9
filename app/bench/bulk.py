"""A whole file of a business sender: read, checked row by row and booked, against bare commits."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from time import perf_counter

from app.bench.acceptance import bare_store, booked_since, commit_bare
from app.bench.measuring import Series, took_ms
from app.bench.rows import Budget, Row, timed
from app.bench.subject import Subject
from app.services.bulk.booking import BookChunk, chunks_of

BULK = Budget("worst", 10_000)
"""docs/bulk.md promises this time for a file of 500 items."""

_HEADS = (
    "Mã đơn,Người nhận,Điện thoại,Số nhà đường,Phường xã,Tỉnh thành phố,Dịch vụ,"
    "Khối lượng (g),Nội dung,Thu hộ COD"
)
_PLACES = (
    "5 Lê Lợi,Phường Sài Gòn,Hồ Chí Minh",
    "12 Hàng Bông,Phường Hoàn Kiếm,Hà Nội",
    "7 Lý Tự Trọng,Đặc khu Côn Đảo,Hồ Chí Minh",
)


def measure_bulk(subject: Subject, files: int, rows: int) -> Iterator[Row]:
    """One row: ``files`` files of so many ``rows`` each, from the disk to the last receipt."""
    taken: list[float] = []
    bare_ms: list[float] = []
    path = subject.sample.home.root / "bench.csv"
    customers = [person.number for person in subject.people(files)]
    with closing(bare_store(subject)) as bare:
        for customer in customers:
            _write(path, rows, subject.desk.new_command_id().hex())
            (before,) = subject.row("SELECT max(seq) FROM journal")
            begun = perf_counter()
            chunks = _book(subject, path, customer)
            taken.append((perf_counter() - begun) * 1000)
            part = booked_since(subject, before)
            size = len(part) // chunks
            commits = [part[at * size : (at + 1) * size] for at in range(chunks)]
            bare_ms.append(
                sum(took_ms(lambda body: commit_bare(bare, body), one) for one in commits)
            )
    path.unlink()
    done = Series.of(taken)
    note = f"{round(rows * 1000 / done.median)}" if done.median else ""
    yield timed("bulk", done, BULK, floor=Series.of(bare_ms), note=note)


def _book(subject: Subject, path: Path, customer: str) -> int:
    """As the page does it; how many receipts came of it."""
    sheet = subject.desk.read_sheet(str(path))
    checked = subject.desk.check_rows(sheet.rows, "parcel")
    chunks = chunks_of(checked)
    for number, part in enumerate(chunks):
        subject.desk.book_chunk(BookChunk(customer, sheet.digest, number, part))
    return len(chunks)


def _write(path: Path, rows: int, name: str) -> None:
    """Another ``name`` makes another file: one file is booked once."""
    lines = [
        f"{name}-{row},Đặng Văn Quyết,0912000654,{_PLACES[row % len(_PLACES)]},Bưu kiện,"
        f"{300 + row},Gốm sứ mỹ nghệ,{row * 1_000}"
        for row in range(rows)
    ]
    path.write_text("\n".join((_HEADS, *lines)), encoding="utf-8")
