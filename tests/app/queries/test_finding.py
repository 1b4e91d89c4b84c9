import pytest

from app.domain.citizen import CitizenCard
from app.domain.item_code import grouped
from app.queries import finding, hits, name_search
from app.queries.finding import Findings, find, suggest
from app.services.customers import register_customer
from app.store.engine import dbapi_of
from app.store.store import Store
from tests.builders import (
    CHAU,
    a_card,
    a_card_holder,
    a_paper,
    accepted,
    registered,
)
from tests.fakes.clock import NOON

CARD = "001090000001|012345678|Nguyễn Văn A|01011990|Nam|Số 1 phố Thử, Phường X, Hà Nội|15042021"


def found(store: Store, text: str) -> Findings:
    with store.reading() as connection:
        return find(connection, text, NOON)


def proposed(store: Store, text: str, *, more: bool = False) -> Findings:
    with store.reading() as connection:
        return suggest(connection, text, NOON, more=more)


def codes(findings: Findings) -> list[str]:
    return [hit.code for hit in findings.hits]


def test_a_customer_number_opens_its_customer_however_it_is_grouped(store: Store) -> None:
    number = registered(store)
    typed = (number, f"{number[:2]} {number[2:4]} {number[4:11]} {number[11:]}")

    for text in typed:
        assert codes(found(store, text)) == [number]
        assert found(store, text).exact


def test_a_hit_shows_whom_it_means_and_hides_the_phone(store: Store) -> None:
    number = accepted(store).customer

    hit = found(store, number).hits[0]

    assert (hit.kind, hit.title) == ("customer", "Nguyễn Thị Ánh Tuyết")
    assert hit.detail == "12 Hàng Bông, Phường Hoàn Kiếm, Hà Nội"
    assert hit.phone_masked == "0903 ••• 456"
    assert hit.activity == "1 bưu gửi, gần nhất 21/11/2026"


def test_a_card_never_seen_opens_registration_filled(store: Store) -> None:
    findings = found(store, CARD)

    assert findings.hits == ()
    assert isinstance(findings.card, CitizenCard)
    assert findings.card == a_card()


def test_a_card_seen_before_opens_its_customer(store: Store) -> None:
    number = register_customer(a_card_holder(), store.unit_of_work(), CHAU).number

    findings = found(store, CARD)

    assert codes(findings) == [number]
    assert findings.exact


@pytest.mark.parametrize(
    "text",
    [
        "001090000001||Nguyễn Văn A|01011990|Nam|Hà Nội|15042021",
        CARD + "||thêm|nữa",
    ],
)
def test_cards_with_an_empty_second_field_or_more_fields_are_read(store: Store, text: str) -> None:
    assert found(store, text).card is not None


@pytest.mark.parametrize(
    "text",
    [
        CARD.replace("|Nam|", "|Nữ|"),
        CARD.replace("01011990", "31021990"),
        CARD.replace("01011990", "01011991"),
        "001090000001|012345678|Nguy?n V?n A|01011990|Nam|H? N?i|15042021",
    ],
)
def test_a_card_that_contradicts_itself_is_refused_in_words(store: Store, text: str) -> None:
    findings = found(store, text)

    assert findings.problem
    assert findings.card is None
    assert "001090000001" not in findings.problem


def test_a_citizen_number_and_the_older_paper_open_the_same_record(store: Store) -> None:
    number = registered(store, birth_date=None, sex=None, citizen=a_paper())

    assert codes(found(store, "001090000001")) == [number]
    assert codes(found(store, "001 090 000 001")) == [number]
    assert codes(found(store, "012345678")) == [number]


def test_items_receipts_and_proofs_open_at_once(store: Store) -> None:
    done = accepted(store).done
    code = done.items[0].code

    item = found(store, f" {grouped(code).lower()} ")
    receipt, proof = found(store, done.receipt), found(store, done.proof.lower())

    assert (codes(item), item.exact) == ([code], True)
    assert codes(receipt) == codes(proof) == [done.receipt]
    assert receipt.exact
    assert proof.exact
    assert item.hits[0].title == f"{grouped(code)} · Bưu phẩm bảo đảm"
    assert receipt.hits[0].detail == "Nguyễn Thị Ánh Tuyết · 17.280 đ"


def test_an_item_number_with_a_wrong_check_digit_is_told(store: Store) -> None:
    accepted(store)

    findings = found(store, "RA000000015VN")

    assert findings.hits == ()
    assert "sai số kiểm tra" in findings.problem


def test_a_scan_spoilt_by_a_typing_tool_is_repaired_where_a_check_digit_proves_it(
    store: Store,
) -> None:
    findings = found(store, "Ê471108151FR")

    assert findings.repaired == "EE471108151FR"
    assert findings.problem == ""


def test_whoever_shares_a_phone_is_listed(store: Store) -> None:
    one, two = registered(store), registered(store, full_name="Lê Mai")

    findings = found(store, "0903 123 456")

    assert set(codes(findings)) == {one, two}
    assert not findings.exact


def test_an_old_eleven_digit_phone_is_brought_up_to_date(store: Store) -> None:
    number = registered(store, phones=("0363 123 456",))

    findings = found(store, "01663 123 456")

    assert codes(findings) == [number]
    assert findings.repaired.replace(" ", "") == "0363123456"


@pytest.mark.parametrize("text", ["456", "3456", "23456", "03123456", "0903", "09031", "0903 123"])
def test_a_phone_is_found_by_its_end_and_by_its_beginning(store: Store, text: str) -> None:
    number = registered(store)
    registered(store, full_name="Lê Mai", phones=("0912 000 654",))

    assert codes(found(store, text)) == [number]
    assert codes(proposed(store, text)) == [number]


def test_a_customer_number_is_proposed_from_its_beginning(store: Store) -> None:
    number = registered(store)

    assert number in codes(proposed(store, number[:5]))
    assert codes(proposed(store, number[:11])) == [number]


def test_an_item_is_proposed_from_its_beginning(store: Store) -> None:
    code = accepted(store).done.items[0].code

    assert codes(proposed(store, code[:6])) == [code]
    assert not proposed(store, code[:6]).exact


@pytest.mark.parametrize(
    "text",
    [
        "nguyen", "Nguyễn Thị", "anh tuyet", "tuyet nguyen", "ngu thi an", "ntat", "NTAT", "t",
        "tu", "Tuyết", "  nguyễn   thị ", "nguye\u0302\u0303n", "thi tuyet", "tuyet an",
    ],
)  # fmt: skip
def test_a_name_is_found_as_it_is_typed(store: Store, text: str) -> None:
    number = registered(store)

    assert codes(found(store, text)) == [number]
    assert codes(proposed(store, text)) == [number]


def test_accents_that_were_typed_narrow(store: Store) -> None:
    mai, may = registered(store, full_name="Lê Mai"), registered(store, full_name="Lê Mãi")

    assert set(codes(found(store, "le mai"))) == {mai, may}
    assert codes(found(store, "Lê Mãi")) == [may]
    assert codes(found(store, "mãi")) == [may]
    assert found(store, "Lê Mài").hits == ()


def test_the_whole_name_stands_before_longer_ones_and_the_latest_customer_first(
    store: Store,
) -> None:
    longer = registered(store, full_name="Lê Mai An")
    whole = registered(store, full_name="Lê Mai")
    later = accepted(store, customer=registered(store, full_name="Lê Mai Anh")).customer

    assert codes(found(store, "le mai"))[0] == whole
    assert set(codes(found(store, "le mai"))[1:]) == {longer, later}


def test_what_matched_is_marked(store: Store) -> None:
    registered(store)

    spans = found(store, "tuy ngu").hits[0].spans

    title = "Nguyễn Thị Ánh Tuyết"
    assert [title[start:end] for start, end in spans] == ["Ngu", "Tuy"]


def test_twenty_are_shown_and_more_on_demand(store: Store) -> None:
    for _ in range(25):
        registered(store, full_name="Lê Mai", phones=())

    first, more = proposed(store, "le"), proposed(store, "le", more=True)

    assert (len(first.hits), first.more) == (20, True)
    assert (len(more.hits), more.more) == (25, False)


def test_a_customer_is_shown_once_however_many_keys_fit(store: Store) -> None:
    number = registered(store, full_name="An An", phones=("0903123456", "0912123456"))

    assert codes(found(store, "an")) == [number]
    assert codes(found(store, "456")) == [number]


@pytest.mark.parametrize(
    "text",
    ["", " ", "x" * 10_000, "😀", "'", '"', "*", "a*", "NEAR(", "-", "|", "%", "_", "\x00", "1",
     "12", "AND", "OR NOT", "(", "a'b", "Đ", "…"],
)  # fmt: skip
def test_nothing_that_can_be_typed_breaks_the_box(store: Store, text: str) -> None:
    registered(store)

    found(store, text)
    assert proposed(store, text).problem == ""


def test_while_one_types_nothing_is_refused_yet(store: Store) -> None:
    assert proposed(store, "RA00000001").problem == ""
    assert proposed(store, "012600000").problem == ""


def test_a_code_that_is_right_and_unknown_finds_nothing_and_says_nothing(store: Store) -> None:
    for text in ("RR473124829GB", "100950-2-0000009", "00000-00000"):
        assert found(store, text) == Findings()
    number = "0126000000179"
    assert found(store, number) == Findings(unknown=number)


@pytest.mark.parametrize(
    "statement",
    [
        finding._BY_NUMBER,
        finding._BY_NUMBER_RANGE,
        finding._BY_CITIZEN,
        finding._BY_OLD_PAPER,
        finding._BY_PHONE,
        f"{hits.ITEM} = ?",
        f"{hits.ITEM} >= ? AND code < ? LIMIT ?",
        f"{hits.RECEIPT}number = ?",
        f"{hits.RECEIPT}proof = ?",
        name_search._RANGE,
        name_search._SAME_NAME,
        name_search._WORDS,
    ],
)
def test_no_question_walks_through_a_whole_table_or_sorts(store: Store, statement: str) -> None:
    with store.reading() as connection:
        parameters = ("x",) * statement.count("?")
        plan = dbapi_of(connection).execute(f"EXPLAIN QUERY PLAN {statement}", parameters)
        steps = [step[3] for step in plan]

    walks = [step for step in steps if step.startswith("SCAN") and "VIRTUAL TABLE" not in step]
    assert not walks
    assert not any("TEMP B-TREE" in step for step in steps)
