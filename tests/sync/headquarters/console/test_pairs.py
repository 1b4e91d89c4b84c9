"""Two records side by side, as much of them as the role of the reader demands."""

from sync.headquarters.console.pairs import likeness_words
from sync.headquarters.matching import propose_new
from sync.headquarters.office import Headquarters
from sync.headquarters.staff import StaffRole
from tests.sync.headquarters.console.asking import asking
from tests.sync.headquarters.console.test_ways import rows


def test_who_may_decide_reads_the_phone_and_who_may_not_reads_it_masked(
    headquarters: Headquarters,
) -> None:
    propose_new(headquarters.database, headquarters.clock.now_ms())
    pk = rows(headquarters, "duplicates")[0]
    seen = {}
    for role in (StaffRole.VIEWER, StaffRole.OPERATOR):
        with asking(headquarters, role) as person:
            status, seen[role] = person.page(f"/duplicates/detail?pk={pk}")
            assert status == 200
    assert "0903 123 456" not in seen[StaffRole.VIEWER]
    assert 'data-sa-name="keep_first"' not in seen[StaffRole.VIEWER]
    assert "0903 123 456" in seen[StaffRole.OPERATOR]
    assert 'data-sa-name="keep_first"' in seen[StaffRole.OPERATOR]


def test_a_pair_of_nobody_is_nowhere(headquarters: Headquarters) -> None:
    with asking(headquarters, StaffRole.OPERATOR) as person:
        assert person.page("/duplicates/detail?pk=00")[0] == 404
        assert person.page("/duplicates/list?show=x")[0] == 200


def test_what_speaks_for_it_is_said_in_words() -> None:
    assert likeness_words("citizen phone_name") == "cùng số định danh · cùng số điện thoại và tên"
    assert likeness_words("") == "–"
