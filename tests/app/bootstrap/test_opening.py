from collections.abc import Iterator
from pathlib import Path

import pytest
from nacl.signing import SigningKey

from app.bootstrap.opening import (
    enrol,
    is_enrolled,
    keys_of_headquarters,
    open_enrolled,
    open_or_create,
    trust_folder,
)
from app.cli.sample_branch import COUNTER, OFFICE
from app.settings import Home
from app.store.faults import StoreMissing
from app.store.store import Store
from sync.enrolment import ProvisioningForAnother, ProvisioningUntrusted, make_request
from sync.trust import trust
from tests.app.bootstrap.sample_provisioning import HQ
from tests.fakes.clock import NOON


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path)


@pytest.fixture
def store(home: Home) -> Iterator[Store]:
    opened = open_or_create(home)
    yield opened
    opened.close()


def _answer(device: SigningKey) -> bytes:
    return HQ.answer(make_request(OFFICE, COUNTER, device), NOON)


def test_a_new_home_is_no_counter_until_headquarters_says_so(home: Home, store: Store) -> None:
    assert not is_enrolled(store)
    with pytest.raises(StoreMissing):
        open_enrolled(home)


def test_an_empty_folder_is_no_counter(home: Home) -> None:
    with pytest.raises(StoreMissing):
        open_enrolled(home)


def test_a_trusted_file_for_this_device_enrols_it(home: Home, store: Store) -> None:
    trust(trust_folder(home), "hq", HQ.public_key)

    done = enrol(store, _answer(store.secrets.signing_key))

    assert done.terminal == 7001
    open_enrolled(home).close()


def test_nothing_is_believed_without_a_trust_anchor(home: Home, store: Store) -> None:
    with pytest.raises(ProvisioningUntrusted):
        enrol(store, _answer(store.secrets.signing_key))

    assert not is_enrolled(store)


def test_the_file_of_another_device_is_not_taken(home: Home, store: Store) -> None:
    trust(trust_folder(home), "hq", HQ.public_key)

    with pytest.raises(ProvisioningForAnother):
        enrol(store, _answer(SigningKey.generate()))


def test_a_home_is_opened_again_with_its_own_keys(home: Home, store: Store) -> None:
    again = open_or_create(home)

    assert again.secrets == store.secrets
    again.close()


def test_the_keys_that_a_file_named_are_believed_from_then_on(home: Home, store: Store) -> None:
    trust(trust_folder(home), "hq", HQ.public_key)
    file = _answer(store.secrets.signing_key)
    enrol(store, file)
    (trust_folder(home) / "hq.pub").unlink()

    assert keys_of_headquarters(store) == {HQ.public_key}
    assert enrol(store, file).new_leases == 0
