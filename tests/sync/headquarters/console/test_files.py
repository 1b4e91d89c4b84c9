"""Files of evidence are saved by who works on cases, each time with a line in the log."""

import pytest
import sqlalchemy as sa

from app.store.tables.complaints import complaint_evidence
from sync.headquarters.console.files import size_words
from sync.headquarters.evidence_kept import drop_evidence
from sync.headquarters.kept_tables import evidence_piece
from sync.headquarters.office import Headquarters
from sync.headquarters.staff import StaffRole
from sync.headquarters.staff_log import who_and_what
from sync.headquarters.tables import hq_log
from tests.sync.headquarters.console.asking import Asking, asking
from tests.sync.headquarters.console.scene import NAMES, Scene
from tests.sync.test_evidence_everywhere import PNG


def ways(headquarters: Headquarters) -> list[str]:
    """To the file that came and to the one that did not."""
    query = sa.select(complaint_evidence).order_by(complaint_evidence.c.seq)
    with headquarters.database.reading() as connection:
        rows = connection.execute(query).all()
    return [f"/evidence/{row.complaint}/{row.evidence.hex()}" for row in rows]


def saved(headquarters: Headquarters) -> list[tuple[str, str]]:
    query = sa.select(hq_log.c.detail).where(hq_log.c.what == "evidence_saved")
    with headquarters.database.reading() as connection:
        return [who_and_what(each) for each in connection.scalars(query)]


def test_an_operator_saves_the_file_and_the_log_knows(
    headquarters: Headquarters, scene: Scene
) -> None:
    came, _ = ways(headquarters)
    with asking(headquarters, StaffRole.OPERATOR) as person:
        page = person.page(f"/complaints/detail?pk={scene.case}")[1]
        reply = person.client.get(f"/console{came}")

    assert f'href="..{came}"' in page
    assert "1,2 MB" in page
    assert "chưa về Trung tâm" in page
    assert (reply.status_code, len(reply.content)) == (200, 1_234_567)
    assert reply.content.startswith(PNG)
    assert reply.headers["Content-Type"] == "image/png"
    said = reply.headers["Content-Disposition"]
    assert said.startswith("attachment; ")
    assert said.endswith("filename*=UTF-8''g%C3%B3i%20r%C3%A1ch.png")
    assert reply.headers["X-Content-Type-Options"] == "nosniff"
    assert reply.headers["Cache-Control"] == "no-store"
    who = f"operator {NAMES[StaffRole.OPERATOR]}"
    assert saved(headquarters) == [(who, came.removeprefix("/evidence/").replace("/", ": "))]


def test_who_only_looks_saves_nothing(headquarters: Headquarters, scene: Scene) -> None:
    came, _ = ways(headquarters)
    with asking(headquarters, StaffRole.VIEWER) as person:
        page = person.page(f"/complaints/detail?pk={scene.case}")[1]
        assert person.page(came)[0] == 403
    with asking(headquarters) as nobody:
        assert PNG not in nobody.client.get(f"/console{came}").content

    assert "gói rách.png" in page
    assert "/evidence/" not in page
    assert saved(headquarters) == []


def test_what_is_not_here_is_not_found(headquarters: Headquarters, scene: Scene) -> None:
    came, not_yet = ways(headquarters)
    evidence = came.rpartition("/")[2]

    def tried(person: Asking) -> set[int]:
        wrong = (f"/x/{evidence}", f"/{scene.case}/zz", "/a/b/c")
        others = [not_yet, *(f"/evidence{each}" for each in wrong)]
        return {person.page(each)[0] for each in others}

    with asking(headquarters, StaffRole.OPERATOR) as person:
        assert tried(person) == {404}
        with headquarters.database.writing() as connection:
            connection.execute(sa.update(evidence_piece).values(sealed=b"x" * 60))
        assert person.page(came)[0] == 404, "damaged bytes are not given out"
        with headquarters.database.writing() as connection:
            drop_evidence(connection, scene.case)
        assert person.page(came)[0] == 404
    assert saved(headquarters) == []


@pytest.mark.parametrize(
    ("size", "said"),
    [
        (1, "1 kB"),
        (900, "1 kB"),
        (345_600, "346 kB"),
        (1_960_000, "2,0 MB"),
        (20_000_000, "20,0 MB"),
    ],
)
def test_a_size_is_said_in_words(size: int, said: str) -> None:
    assert size_words(size) == said
