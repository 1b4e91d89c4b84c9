from pathlib import Path

import pytest

from app.bootstrap.desk import CounterDesk
from app.domain.complaints import Step
from app.services.complaint_steps import TakeStep
from app.services.deciding import DecideComplaint, PayCompensation
from app.services.evidence import AddEvidence
from app.services.four_eyes import Approval
from app.settings import Home
from app.store.complaints import EvidenceUnknown
from tests.app.bootstrap.sample_counter import SUPERVISOR
from tests.app.bootstrap.test_complaints import filed_case


def test_a_case_is_taken_through_its_steps(staffed: CounterDesk) -> None:
    number, _ = filed_case(staffed)
    command = TakeStep(staffed.new_command_id(), number, "received")
    assert staffed.take_step(Step.INVESTIGATE, command).state == "investigating"
    floor = staffed.compensation_floor(number)
    staffed.sign_in(SUPERVISOR.clerk.code, SUPERVISOR.pin)
    decision = DecideComplaint(
        staffed.new_command_id(), number, "investigating", "upheld", "Mất.", floor.floor_vnd
    )
    assert staffed.decide_complaint(decision).state == "decided"
    approval = Approval(SUPERVISOR.clerk.code, SUPERVISOR.pin)
    payout = PayCompensation(staffed.new_command_id(), number, "decided", "centre", approval)
    staffed.pay_compensation(payout)
    closing = TakeStep(staffed.new_command_id(), number, "decided")

    assert staffed.take_step(Step.CLOSE, closing).state == "closed"


def test_evidence_is_opened_through_the_desk_alone(
    staffed: CounterDesk, counter_home: Home, tmp_path: Path
) -> None:
    number, _ = filed_case(staffed)
    photo = tmp_path / "rách.jpg"
    photo.write_bytes(b"\xff\xd8\xff\xe0 photo")
    staffed.check_evidence(photo)
    staffed.add_evidence(AddEvidence(staffed.new_command_id(), number, photo))

    (file,) = staffed.complaint(number).files
    assert staffed.open_evidence(number, file.evidence) == photo.read_bytes()
    (sealed,) = counter_home.evidence.iterdir()
    assert b"photo" not in sealed.read_bytes()
    with pytest.raises(EvidenceUnknown):
        staffed.open_evidence(number, "00" * 16)
