"""The fixed bytes of docs/protocol.md: whoever changes one of them breaks every journal written."""

from nacl.signing import SigningKey

from app.journal.appending import Head, Stamp
from app.journal.entry import genesis_hash
from app.journal.kinds.terminal import LeaseGranted, TerminalEnrolled

KEY = SigningKey(bytes(range(32)))
PUBLIC = bytes.fromhex("03a107bff3ce10be1d70dd18e74bc09967e4d6309ba50d5f1ddc8664125531b8")
NONCE = bytes(range(100, 132))
TERMINAL, EPOCH = 7001, 1
AT_MS = 1_795_237_200_000

GENESIS = bytes.fromhex("766283f0feee94034acab23f597f9d7255b4102767b2c7259526f16088f7ca3c")
BODY_1 = (
    b'{"office":"100950","counter":"2",'
    b'"device_key":"A6EHv/POEL4dcN0Y50vAmWfk1jCbpQ1fHdyGZBJVMbg=",'
    b'"nonce":"ZGVmZ2hpamtsbW5vcHFyc3R1dnd4eXp7fH1+f4CBgoM=","provisioned_ms":1795237200000}'
)
BODY_2 = b'{"lease_id":"L1","lease_kind":"customer","prefix":"0126","lo":1,"hi":500}'
HASH_1 = bytes.fromhex("382027c5b4f5c4b8d04c8c14f3184dd58dacf981d28198524a8cbaf9ac50da4c")
HASH_2 = bytes.fromhex("e83cd573f37b025677ee003af05def2d682e8bf6ff8bb5ddb270fc7a5e61343f")
HEADER_2 = bytes.fromhex(
    "54454d3145"
    "382027c5b4f5c4b8d04c8c14f3184dd58dacf981d28198524a8cbaf9ac50da4c"
    "00001b59"
    "0001"
    "0000000000000002"
    "04040404040404040404040404040404"
    "00000000000000000000000000000000"
    "01010101010101010101010101010101"
    "01"
    "0002"
    "0001"
    "01a1fc79c0800001"
    "000001a1fc79c080"
    "00000000"
    "8a15fad8234229a78f7ed4eb905125e7b040741a15b2f25801b1772a3279dbef"
)
HEAD_SIGNATURE = bytes.fromhex(
    "92cd6dba66b1a67224f88ee2972980454b7b010f708f9ef272976ed415545091"
    "57690440dd44a1e61d521c199b2dacf3c49a19543ac1360e3bfcc7e512757d04"
)
PROOF_2 = "1FSJS-HH8ZR"

FACTS = (
    TerminalEnrolled(
        office="100950", counter="2", device_key=PUBLIC, nonce=NONCE, provisioned_ms=AT_MS
    ),
    LeaseGranted(lease_id="L1", lease_kind="customer", prefix="0126", lo=1, hi=500),
)
STAMP = Stamp(
    txn_id=bytes([1]) * 16,
    command_id=bytes([2]) * 16,
    entry_ids=(bytes([3]) * 16, bytes([4]) * 16),
    hlc=AT_MS << 16,
    wall_ms=AT_MS,
    clock_flags=0,
    clerk=0,
)


def first_head() -> Head:
    """Where a journal stands before its first entry."""
    return Head(TERMINAL, EPOCH, 0, genesis_hash(TERMINAL, EPOCH, PUBLIC, NONCE), 0, 0)
