"""The branch of ``tem demo``: where it is and who works there."""

from dataclasses import dataclass
from datetime import datetime

from app.domain.calendar import local_day
from app.domain.identities import Clerk, Role
from app.domain.places import Place
from app.domain.reference.book import ReferenceBook
from app.domain.reference.shipped import shipped_reference
from app.domain.reference.units import parse_communes
from app.domain.reference.versions import valid_on

OFFICE, COUNTER = "100950", "2"
OPERATOR, TAX_CODE = "Bưu điện Minh Họa", "0199999991"
LEASED = 5_000
"""Numbers of each kind that the sample terminal starts with."""


@dataclass(frozen=True, slots=True)
class SampleClerk:
    """Only sample people have a PIN in the clear: it is shown, so that one can sign in."""

    clerk: Clerk
    pin: str


PEOPLE = (
    SampleClerk(Clerk(1, "gdv1", "Trần Minh Châu", Role.CLERK), "246810"),
    SampleClerk(Clerk(2, "gdv2", "Nguyễn Thị Phương Thảo", Role.CLERK), "135790"),
    SampleClerk(Clerk(3, "tbc", "Lê Hồng Phúc", Role.SUPERVISOR), "864209"),
)


def people_file() -> tuple[str, bytes]:
    """Name and content of the file by which headquarters publishes its people."""
    lines = ["[operator]", f'name = "{OPERATOR}"', f'tax_code = "{TAX_CODE}"']
    for each in PEOPLE:
        clerk = each.clerk
        lines += ["[[clerk]]", f'office = "{OFFICE}"', f"id = {clerk.id}", f'code = "{clerk.code}"']
        lines += [f'name = "{clerk.name}"', f'role = "{clerk.role}"', f'pin = "{each.pin}"']
    return "people.toml", "\n".join(lines).encode()


def communes_around(office: str, now: datetime) -> tuple[Place, ...]:
    """The communes in force in the province of ``office``."""
    files = shipped_reference()
    valid = valid_on(files, local_day(now))
    province = ReferenceBook.of(files, now).office(office).province
    places = parse_communes(valid["communes"][0], valid["provinces"][0])
    return tuple(place for place in places if place.province_code == province)
