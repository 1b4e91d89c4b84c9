"""A terminal calls headquarters for the first time: all that both know is the one-time code."""

import hmac
from collections.abc import Collection
from dataclasses import dataclass
from typing import ClassVar

import msgspec
from nacl.signing import SigningKey

from app.errors import EnvironmentFault, UserError
from sync.codes import EnrolmentCode, answer_proof, caller_proof
from sync.enrolment import ProvisioningUnreadable, ProvisioningUntrusted, make_request
from sync.protocol import Signed, request_statement
from sync.transport import Transport, Unreached
from sync.wire import EnrolAnswer, EnrolCall, Unreadable, pack, unpack


@dataclass(eq=False)
class CodeRefused(UserError):
    """Mistyped, used by another device, out of date, or tried too often."""

    code: ClassVar[str] = "enrolment.code_refused"


@dataclass(eq=False)
class HeadquartersSilent(EnvironmentFault):
    """Nobody answered as headquarters does."""

    code: ClassVar[str] = "enrolment.silent"


@dataclass(eq=False)
class HeadquartersImpostor(UserError):
    """Who answered does not know the code."""

    code: ClassVar[str] = "enrolment.impostor"


@dataclass(frozen=True, slots=True)
class Answered:
    """``key`` signed ``file``, and its holder proved to know the code."""

    file: bytes
    key: bytes


def call_for_provisioning(
    transport: Transport,
    code: EnrolmentCode,
    device_key: SigningKey,
    trusted: Collection[bytes],
) -> Answered:
    """The provisioning file for this device.

    ``trusted``: keys that this installation believes already; where there are none, the code
    itself vouches for headquarters. Raises CodeRefused, HeadquartersSilent, HeadquartersImpostor.
    """
    request = make_request(code.office, code.counter, device_key)
    statement = request_statement(
        request.office, request.counter, request.device_key, request.nonce
    )
    secret = code.secret()
    call = EnrolCall(request=request, proof=caller_proof(secret, statement))
    answer = _send(transport, call)
    if not hmac.compare_digest(answer.proof, answer_proof(secret, answer.file)):
        raise HeadquartersImpostor
    try:
        key = msgspec.msgpack.decode(answer.file, type=Signed).key
    except msgspec.DecodeError as error:
        raise ProvisioningUnreadable from error
    if trusted and key not in trusted:
        raise ProvisioningUntrusted
    return Answered(answer.file, key)


def _send(transport: Transport, call: EnrolCall) -> EnrolAnswer:
    try:
        reply = transport.send("/v1/enrol", pack(call))
        if reply.status == 403:
            raise CodeRefused
        if reply.status != 200:
            raise HeadquartersSilent
        return unpack(reply.body, EnrolAnswer)
    except (Unreached, Unreadable) as error:
        raise HeadquartersSilent from error
