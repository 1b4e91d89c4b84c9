"""Opening a bundle: checked from its first byte to its last before anything of it is used."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

import msgspec
from nacl.exceptions import BadSignatureError, CryptoError
from nacl.public import SealedBox
from nacl.secret import SecretBox
from nacl.signing import SigningKey, VerifyKey

from sync.bundles.faults import (
    BundleAltered,
    BundleForAnother,
    BundleFormNewer,
    BundleUnreadable,
    BundleWrongWay,
    NoBundle,
    StickUnreadable,
)
from sync.bundles.form import (
    BUNDLE_PREFIX,
    ENDINGS,
    FORM,
    LENGTH,
    LONGEST,
    MAGIC,
    Closing,
    Envelope,
    Piece,
    Way,
    nonce,
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a piece lies in the file."""

    number: int
    offset: int
    length: int


class Bundle:
    """A whole bundle, opened and found in order; ``signed_by`` its sender.

    Whether that sender is to be believed is for the caller to say.
    """

    def __init__(self, path: Path, box: SecretBox, places: Sequence[Place], key: bytes) -> None:
        self._path = path
        self._box = box
        self.places = tuple(places)
        self.signed_by = key

    def read(self, place: Place) -> Piece:
        """Raises BundleAltered when somebody exchanges the file meanwhile, StickUnreadable."""
        try:
            with self._path.open("rb") as file:
                file.seek(place.offset)
                return _piece(self._box, place.number, file.read(place.length))
        except OSError as error:
            raise StickUnreadable(path=str(self._path)) from error
        except (CryptoError, ValueError, msgspec.DecodeError) as error:
            raise BundleAltered(path=str(self._path)) from error

    def pieces(self) -> Iterator[tuple[Place, Piece]]:
        """One after the other, as they were written."""
        for place in self.places:
            yield place, self.read(place)


def open_bundle(path: Path, way: Way, reader: SigningKey) -> Bundle:
    """Check a bundle from its first byte to its last, before anything of it is used.

    Raises NoBundle, BundleUnreadable, BundleFormNewer, BundleWrongWay, BundleForAnother,
    BundleAltered, StickUnreadable.
    """
    try:
        with path.open("rb") as file:
            return _checked(path, file, way, reader)
    except FileNotFoundError as error:
        raise NoBundle(path=str(path)) from error
    except OSError as error:
        raise StickUnreadable(path=str(path)) from error


def _checked(path: Path, file: BinaryIO, way: Way, reader: SigningKey) -> Bundle:
    whole = _Frames(path, file)
    box = _opened(path, whole.next(), way, reader)
    places: list[Place] = []
    while True:
        digest, offset = whole.digest(), whole.offset
        sealed = whole.next()
        try:
            plain = box.decrypt(sealed, nonce(len(places)))
            closing = _closing(plain)
            if closing is None:
                msgspec.msgpack.decode(plain, type=Piece)
                places.append(Place(len(places), offset + LENGTH.size, len(sealed)))
                continue
            VerifyKey(closing.key).verify(BUNDLE_PREFIX + digest, closing.signature)
        except (CryptoError, BadSignatureError, ValueError, msgspec.DecodeError) as error:
            raise BundleAltered(path=str(path)) from error
        if file.read(1) or not places:
            raise BundleAltered(path=str(path))
        return Bundle(path, box, places, closing.key)


def _opened(path: Path, frame: bytes, way: Way, reader: SigningKey) -> SecretBox:
    try:
        envelope = msgspec.msgpack.decode(frame, type=Envelope)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise BundleUnreadable(path=str(path)) from error
    if envelope.form != FORM:
        raise BundleFormNewer(path=str(path))
    if envelope.way != way:
        raise BundleWrongWay(path=str(path))
    mine = bytes(reader.verify_key)
    sealed = next((each.sealed for each in envelope.recipients if each.key == mine), None)
    if sealed is None:
        raise BundleForAnother(path=str(path))
    try:
        return SecretBox(SealedBox(reader.to_curve25519_private_key()).decrypt(sealed))
    except (CryptoError, ValueError) as error:
        raise BundleAltered(path=str(path)) from error


class _Frames:
    def __init__(self, path: Path, file: BinaryIO) -> None:
        self._path = path
        self._file = file
        self._digest = sha256()
        self.offset = 0
        if self._take(len(MAGIC)) != MAGIC:
            raise BundleUnreadable(path=str(path))

    def digest(self) -> bytes:
        """Of everything up to here."""
        return self._digest.digest()

    def next(self) -> bytes:
        (length,) = LENGTH.unpack(self._take(LENGTH.size))
        if length > LONGEST:
            raise BundleAltered(path=str(self._path))
        return self._take(length)

    def _take(self, length: int) -> bytes:
        content = self._file.read(length)
        if len(content) != length:
            raise BundleUnreadable(path=str(self._path))
        self._digest.update(content)
        self.offset += length
        return content


def _closing(plain: bytes) -> Closing | None:
    try:
        return msgspec.msgpack.decode(plain, type=Closing)
    except msgspec.ValidationError:
        return None


def _piece(box: SecretBox, number: int, sealed: bytes) -> Piece:
    return msgspec.msgpack.decode(box.decrypt(sealed, nonce(number)), type=Piece)


def whole_paths(given: Collection[Path], way: Way) -> list[Path]:
    """The bundles among ``given``, and those that lie in the folders among it, by name.

    Raises NoBundle for a folder without one.
    """
    found: list[Path] = []
    for each in given:
        inside = sorted(each.glob(f"*{ENDINGS[way]}")) if each.is_dir() else [each]
        if not inside:
            raise NoBundle(path=str(each))
        found += inside
    return found
