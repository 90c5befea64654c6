"""A look at an object, as the runtime of ACK takes it: first, where in AWS it is to be."""
from . import conditions
from .accounts import Accounts
from .client import Client
from .errors import NotReady, TerminalError
from .kinds.kind import Kind
from .kube import Kube
from .look import Look
from .manager import Manager
from .references import Lookup
from .resource import Object, Resource
from .serving import Service
from .turn import Turn
from .writing import Writer

# Seconds of the real controllers.
ROLE_MISSING = 15.0


class Reconciler:
    def __init__(self, kube: Kube, client: Client, accounts: Accounts, lookup: Lookup) -> None:
        self._writer, self._client, self._accounts, self._lookup = Writer(kube), client, accounts, lookup

    def look(self, kind: Kind, obj: Object, service: Service) -> float | None:
        """Seconds of the real controllers until the next look; None for never. Raises what is tried again after a growing wait."""
        stored = Resource.of(obj)
        try:
            who = self._accounts.who(obj)
        except NotReady as error:
            told = stored.copy()
            conditions.set_synced(told, 'False', 'IAM Role is not available', str(error))
            self._writer.write_status(kind, stored, told)
            return ROLE_MISSING
        moved = self._accounts.moved(obj, who)
        if moved:
            # The controller says so in its log alone.
            raise TerminalError(moved)
        about = f"{kind.kind}/{stored.metadata['namespace']}/{stored.metadata['name']}"
        manager = Manager(Look(self._client, who, kind, about, service))
        return Turn(manager, self._writer, self._accounts, self._lookup, stored).take()
