"""The half of the desk that writes: each call is one commit by the clerk who is signed in."""

from app.bootstrap.session import DeskPart
from app.domain.identities import Clerk
from app.ids import new_id
from app.services.accepting import accept_shipments
from app.services.customers import EditCustomer, RegisterCustomer, RegisteredCustomer
from app.services.customers import register_customer as register
from app.services.editing import edit_customer
from app.services.shipments import AcceptedShipments, AcceptShipments


class Doing(DeskPart):
    """A fresh unit of work for every call."""

    def sign_in(self, code: str, pin: str) -> Clerk:
        return self._session.sign_in(code, pin)

    def sign_out(self) -> None:
        self._session.sign_out()

    def new_command_id(self) -> bytes:
        return new_id(self._store.clock.now_ms())

    def register(self, command: RegisterCustomer) -> RegisteredCustomer:
        return register(command, self._store.unit_of_work(), self._session.clerk)

    def edit(self, command: EditCustomer) -> None:
        edit_customer(command, self._store.unit_of_work(), self._session.clerk)

    def accept(self, command: AcceptShipments) -> AcceptedShipments:
        return accept_shipments(command, self._store.unit_of_work(), self._session.clerk)
