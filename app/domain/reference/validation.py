"""Everything that is wrong with a whole set of reference files, told at once.

Headquarters runs this before it publishes, and a terminal before it takes a provisioning file.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from itertools import pairwise

from app.domain.reference import problems as wrong
from app.domain.reference.checklist import parse_checklist
from app.domain.reference.complaints import parse_complaint_rules, parse_complaint_types
from app.domain.reference.consents import parse_consents
from app.domain.reference.deadlines import parse_holidays, parse_transit
from app.domain.reference.drawer import parse_drawer
from app.domain.reference.files import ReferenceFile, Scanned, scan_bytes, scan_text
from app.domain.reference.forms import parse_forms
from app.domain.reference.offices import parse_offices
from app.domain.reference.other_services import parse_other_services
from app.domain.reference.problems import ReferenceProblem, ReferenceProblems
from app.domain.reference.services import parse_services
from app.domain.reference.surcharges import parse_remote, parse_surcharges
from app.domain.reference.tariff import parse_tariff
from app.domain.reference.units import parse_communes, parse_provinces
from app.domain.reference.value_added import parse_value_added
from app.domain.reference.vat import parse_vat
from app.domain.reference.versions import valid_on
from app.domain.reference.zones import parse_zones

_PARSERS: Mapping[str, Callable[[ReferenceFile], object]] = {
    "services": parse_services,
    "tariff": parse_tariff,
    "zones": parse_zones,
    "surcharges": parse_surcharges,
    "remote": parse_remote,
    "value_added": parse_value_added,
    "vat": parse_vat,
    "checklist": parse_checklist,
    "forms": parse_forms,
    "drawer": parse_drawer,
    "offices": parse_offices,
    "provinces": parse_provinces,
    "old_provinces": parse_provinces,
    "complaint_types": parse_complaint_types,
    "complaint_rules": parse_complaint_rules,
    "transit": parse_transit,
    "holidays": parse_holidays,
    "consents": parse_consents,
    "other_services": parse_other_services,
}

_COMMUNES = {"communes": "provinces", "old_communes": "old_provinces"}

# Codes in a column must stand in the first column of another kind of the same scheme.
_LINKS = (
    ("offices", "commune", "communes"),
    ("offices", "province", "provinces"),
    ("remote", "commune", "communes"),
    ("old_provinces", "now", "provinces"),
    ("old_communes", "now", "communes"),
)


def check_reference(texts: Iterable[tuple[str, str | bytes]]) -> tuple[ReferenceFile, ...]:
    """Read files given as (name, content); raises ReferenceProblems with all that is wrong."""
    scans = [_scan(name, content) for name, content in texts]
    problems = [problem for scan in scans for problem in scan.problems]
    files = tuple(scan.file for scan in scans if scan.file is not None)
    for file in files:
        problems += _caught(_PARSERS.get(file.kind), file)
    if not problems:
        problems = list(_between_files(files))
    if problems:
        raise ReferenceProblems(tuple(dict.fromkeys(problems)))
    return files


def _scan(name: str, content: str | bytes) -> Scanned:
    return scan_text(name, content) if isinstance(content, str) else scan_bytes(name, content)


def _caught(
    parse: Callable[[ReferenceFile], object] | None, file: ReferenceFile
) -> tuple[ReferenceProblem, ...]:
    if parse is None:
        return ()
    try:
        parse(file)
    except ReferenceProblems as error:
        return error.problems
    return ()


def _between_files(files: tuple[ReferenceFile, ...]) -> Iterator[ReferenceProblem]:
    """What only shows between files: versions, and the sets valid on each day of a change."""
    yield from _versions(files)
    told: set[tuple[str, int, str, str]] = set()
    for day in sorted({file.valid_from for file in files}):
        try:
            valid = valid_on(files, day)
        except ReferenceProblems as error:
            found: Iterable[ReferenceProblem] = error.problems
        else:
            found = _within_day({kind: group[0] for kind, group in valid.items()})
        for problem in found:
            key = (problem.file, problem.line, problem.column, problem.found)
            if key not in told:
                told.add(key)
                yield problem


def _versions(files: tuple[ReferenceFile, ...]) -> Iterator[ReferenceProblem]:
    ordered = sorted(files, key=lambda file: (file.kind, file.version))
    for one, other in pairwise(ordered):
        if (one.kind, one.version) == (other.kind, other.version):
            yield wrong.Duplicate(other.name, 1, "version", other.version, one.name)
    known = {(file.kind, file.version) for file in files}
    for file in files:
        if file.replaces and (file.kind, file.replaces) not in known:
            yield wrong.UnknownCode(file.name, 1, "replaces", file.replaces, file.kind)


def _within_day(valid: Mapping[str, ReferenceFile]) -> Iterator[ReferenceProblem]:
    for kind, column, target in _LINKS:
        if kind in valid:
            yield from _dangling(valid[kind], column, valid.get(target))
    for kind, provinces in _COMMUNES.items():
        if kind in valid and provinces in valid:
            yield from _caught(partial(_communes, valid[provinces]), valid[kind])
        elif kind in valid:
            yield wrong.Incomplete(valid[kind].name, 1, "kind", kind, provinces)
    if "zones" in valid and "provinces" in valid:
        yield from _unzoned(valid["zones"], valid["provinces"])


def _communes(provinces: ReferenceFile, communes: ReferenceFile) -> object:
    return parse_communes(communes, provinces)


def _dangling(
    file: ReferenceFile, column: str, target_file: ReferenceFile | None
) -> Iterator[ReferenceProblem]:
    if target_file is None:
        return
    known = {row.cells["code"] for row in target_file.rows}
    for row in file.rows:
        for code in row.cells[column].split():
            if code not in known:
                yield wrong.UnknownCode(file.name, row.line, column, code, target_file.name)


def _unzoned(zones: ReferenceFile, provinces: ReferenceFile) -> Iterator[ReferenceProblem]:
    table = parse_zones(zones)
    for province in parse_provinces(provinces):
        if province not in table.regions:
            yield wrong.Incomplete(zones.name, zones.columns_line, "from", "", province)
