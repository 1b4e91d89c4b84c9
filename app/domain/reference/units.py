"""Provinces and communes, of the list in force and of the one before it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from app.domain.places import Place
from app.domain.reference import problems as wrong
from app.domain.reference.files import ReferenceFile, Row
from app.domain.reference.rows import RowChecker

PROVINCE_COLUMNS = ("code", "name", "kind")
OLD_PROVINCE_COLUMNS = (*PROVINCE_COLUMNS, "now")
COMMUNE_COLUMNS = ("code", "name", "kind", "province")
OLD_COMMUNE_COLUMNS = (*COMMUNE_COLUMNS, "district", "now")

_PROVINCE = re.compile(r"[0-9]{2}")
_COMMUNE = re.compile(r"[0-9]{5}")


@dataclass(frozen=True, slots=True)
class Province:
    """``kind``: Tỉnh or Thành phố. ``now``: the provinces that an old one went into."""

    code: str
    name: str
    kind: str
    scheme: str
    now: tuple[str, ...] = ()


@lru_cache(maxsize=4)
def parse_provinces(file: ReferenceFile) -> Mapping[str, Province]:
    """Provinces by code, of either list; raises ReferenceProblems."""
    old = file.kind == "old_provinces"
    check = RowChecker(file, OLD_PROVINCE_COLUMNS if old else PROVINCE_COLUMNS)
    provinces = {province.code: province for _, province in check.each(_province)}
    check.close()
    return provinces


@lru_cache(maxsize=4)
def parse_communes(file: ReferenceFile, provinces_file: ReferenceFile) -> tuple[Place, ...]:
    """Communes of either list, in the order of the file; raises ReferenceProblems."""
    old = file.kind == "old_communes"
    check = RowChecker(file, OLD_COMMUNE_COLUMNS if old else COMMUNE_COLUMNS)
    provinces = parse_provinces(provinces_file)
    places = tuple(_commune(check, row, provinces) for row in file.rows)
    check.close()
    return places


def _province(check: RowChecker, row: Row) -> Province:
    check.once(row, "code")
    return Province(
        code=check.shaped(row, "code", _PROVINCE, "01"),
        name=check.text(row, "name"),
        kind=check.text(row, "kind"),
        scheme=check.file.scheme,
        now=_now(check, row, _PROVINCE),
    )


def _commune(check: RowChecker, row: Row, provinces: Mapping[str, Province]) -> Place:
    check.once(row, "code")
    code = check.shaped(row, "code", _COMMUNE, "00070")
    name, kind = check.text(row, "name"), check.text(row, "kind")
    province = provinces.get(check.text(row, "province"))
    if province is None:
        check.report(wrong.UnknownCode, row.line, "province", row.cells["province"], "provinces")
    province_name = province.name if province else ""
    parts = (f"{kind} {name}", row.cells.get("district", ""), province_name)
    return Place(
        code=code,
        name=name,
        kind=kind,
        province_code=row.cells["province"],
        province_name=province_name,
        scheme=check.file.scheme,
        label=", ".join(part for part in parts if part),
        now=_now(check, row, _COMMUNE),
    )


def _now(check: RowChecker, row: Row, shape: re.Pattern[str]) -> tuple[str, ...]:
    if "now" not in row.cells:
        return ()
    codes = check.words(row, "now")
    for code in codes:
        if not shape.fullmatch(code):
            check.report(wrong.WrongShape, row.line, "now", code)
    return codes
