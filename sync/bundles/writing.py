"""Writing a bundle so that nobody carries half a file."""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

import msgspec
from nacl.public import SealedBox
from nacl.secret import SecretBox
from nacl.signing import SigningKey, VerifyKey
from nacl.utils import random

from app.store.durable import sync_folder
from sync.bundles.faults import BundleUnwritable
from sync.bundles.form import (
    BUNDLE_PREFIX,
    FORM,
    LENGTH,
    MAGIC,
    Closing,
    Envelope,
    Piece,
    Recipient,
    Way,
    nonce,
)


class BundleWriter:
    """Writes pieces one by one; see ``writing_bundle``."""

    def __init__(self, file: BinaryIO, way: Way, readers: Sequence[bytes]) -> None:
        self._file = file
        self._digest = sha256()
        self._count = 0
        key = random(SecretBox.KEY_SIZE)
        self._box = SecretBox(key)
        recipients = [
            Recipient(
                key=each, sealed=SealedBox(VerifyKey(each).to_curve25519_public_key()).encrypt(key)
            )
            for each in readers
        ]
        self._put(MAGIC)
        self._frame(msgspec.msgpack.encode(Envelope(form=FORM, way=way, recipients=recipients)))

    def add(self, piece: Piece) -> None:
        self._seal(msgspec.msgpack.encode(piece))

    def close(self, sender: SigningKey) -> None:
        """Sign what was written; nothing may follow."""
        signature = sender.sign(BUNDLE_PREFIX + self._digest.digest()).signature
        closing = Closing(key=bytes(sender.verify_key), signature=signature)
        self._seal(msgspec.msgpack.encode(closing))

    def _seal(self, plain: bytes) -> None:
        self._frame(self._box.encrypt(plain, nonce(self._count)).ciphertext)
        self._count += 1

    def _frame(self, content: bytes) -> None:
        self._put(LENGTH.pack(len(content)) + content)

    def _put(self, content: bytes) -> None:
        self._digest.update(content)
        self._file.write(content)


@contextmanager
def writing_bundle(
    target: Path, way: Way, readers: Sequence[bytes], sender: SigningKey
) -> Iterator[BundleWriter]:
    """A bundle for the holders of ``readers``, durable at ``target`` when the block ends well.

    Until then another name has it, so that nobody carries half a file. What stood at ``target`` is
    replaced. Raises BundleUnwritable.
    """
    partial = target.with_name(target.name + ".partial")
    try:
        with partial.open("wb") as file:
            writer = BundleWriter(file, way, readers)
            yield writer
            writer.close(sender)
            file.flush()
            os.fsync(file.fileno())
        partial.replace(target)
        with suppress(OSError):  # some sticks' file systems have no folders to be made durable
            sync_folder(target.parent)
    except OSError as error:
        raise BundleUnwritable(path=str(target)) from error
    finally:
        with suppress(OSError):
            partial.unlink(missing_ok=True)
