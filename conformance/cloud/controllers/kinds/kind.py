"""What a controller of ACK knows of one kind."""
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Callable

if TYPE_CHECKING:
    from ..work import Work

Hook = Callable[['Work'], None]


@dataclass(frozen=True)
class Ref:
    """`field` and `ref` of a spec are two ways to say one thing; dots lead into structures, `[]` through lists."""

    field: str
    ref: str
    service: str
    kind: str
    target: str
    required: bool = False


@dataclass(frozen=True)
class Kind:
    kind: str
    plural: str
    # Of the API group; `api` is botocore's name where it differs.
    service: str
    create: str
    read: str
    delete: str
    # Parameters of `read` and `delete`; values that begin with `$` are paths of the object, in lists too.
    read_params: dict[str, Any]
    delete_params: dict[str, Any]
    # Where the answer to `read` has the thing: a member, or a member with a list.
    found: str
    # Field of the answer, as ACK names it, that is the ARN; most kinds of ec2 have none.
    arn: str = ''
    status: tuple[str, ...] = ()
    # Fields of the status that stand elsewhere in the answer.
    status_from: dict[str, str] = field(default_factory=dict)
    api: str = ''
    renames: dict[str, str] = field(default_factory=dict)
    refs: tuple[Ref, ...] = ()
    # Tells the thing from others in a list that `read` gives.
    picks: Callable[['Work', dict[str, Any]], bool] = lambda work, item: True
    # Type of the resource in EC2's TagSpecifications.
    tag_type: str = ''
    # Fields that `create` does not take: `after_create` or the update that follows it sees to them.
    later: tuple[str, ...] = ()
    before_create: Callable[['Work', dict[str, Any]], None] | None = None
    after_create: Hook | None = None
    # The controller leaves `later` to an update right after the creation.
    updates_after_create: bool = False
    update: Hook | None = None
    # Fields whose change the controller takes in silence and never sends.
    ignored: tuple[str, ...] = ()
    before_delete: Hook | None = None
    after_delete: Hook | None = None
    # A state without which the object is not synced.
    synced: tuple[str, str] | None = None
    # What AWS fills in, and the controller then writes into the spec.
    defaults: dict[str, Any] = field(default_factory=dict)
    # The same, but written only when one of the defaults is.
    defaults_along: dict[str, str] = field(default_factory=dict)
    late: dict[str, Any] = field(default_factory=dict)
    terminal: frozenset[str] = frozenset()
    not_found: frozenset[str] = frozenset()
    # States of things that are gone, though `read` still shows them.
    gone_states: frozenset[str] = frozenset()

    @property
    def group(self) -> str:
        return f'{self.service}.services.k8s.aws'

    @property
    def api_service(self) -> str:
        return self.api or self.service

    @property
    def finalizer(self) -> str:
        return f'finalizers.{self.group}/{self.kind}'

    def path(self, namespace: str = '', name: str = '') -> str:
        base = f'/apis/{self.group}/v1alpha1'
        return f'{base}/namespaces/{namespace}/{self.plural}/{name}' if name else f'{base}/{self.plural}'
