"""What a controller of ACK knows of one kind."""
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ..delta import Delta
    from ..look import Look
    from ..resource import Resource

Object = dict[str, Any]


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
    read_params: Object
    delete_params: Object
    # Where the answer to `read` has the thing: a member, or a member with a list; and where that to `create` has it.
    found: str
    made: str = ''
    # Field of the answer, as ACK names it, that is the ARN; most kinds of ec2 have none.
    arn: str = ''
    # What the answers to `read` and to `create` say of the spec, and both of the status; `…_from`: what stands elsewhere in them.
    spec: tuple[str, ...] = ()
    answered: tuple[str, ...] = ()
    spec_from: dict[str, str] = field(default_factory=dict)
    status: tuple[str, ...] = ()
    status_from: dict[str, str] = field(default_factory=dict)
    api: str = ''
    # Fields whose name is not that of the API.
    renames: dict[str, str] = field(default_factory=dict)
    refs: tuple[Ref, ...] = ()
    # Tells the thing from others in a list that `read` gives.
    picks: Callable[['Resource', Object], bool] = lambda desired, item: True
    # How tags are written: `pairs`, `kms`, `map` or not at all; and the type of the resource in EC2's TagSpecifications.
    tags: str = ''
    tag_type: str = ''
    # Changes the parameters of the creation.
    before_create: Callable[['Look', 'Resource', Object], None] | None = None
    # Sees to what the creation could not take. What it raises may carry what was made.
    after_create: Callable[['Look', 'Resource', 'Resource'], None] | None = None
    # Reads what the first answer does not have.
    after_read: Callable[['Look', 'Resource', 'Resource', Object], None] | None = None
    # Sets defaults on both sides, or adds differences: `(desired, seen, delta)`.
    before_compare: Callable[['Resource', 'Resource'], None] | None = None
    after_compare: Callable[['Resource', 'Resource', 'Delta'], None] | None = None
    # Sends what differs: `(look, desired, seen, delta)`. What it returns is what the object then says.
    update: Callable[['Look', 'Resource', 'Resource', 'Delta'], 'Resource'] | None = None
    # Fields that are synced even before a deletion.
    before_delete_synced: tuple[str, ...] = ()
    before_delete: Callable[['Look', 'Resource'], None] | None = None
    after_delete: Callable[['Look', 'Resource'], None] | None = None
    maps: frozenset[str] = frozenset()
    documents: frozenset[str] = frozenset()
    uncompared: frozenset[str] = frozenset()
    # A state without which the object is not synced, where no reading says so.
    synced: tuple[str, str] | None = None
    # Fields that are written into the spec when AWS has filled them in; without those that must be, the look is repeated.
    late: tuple[str, ...] = ()
    late_optional: tuple[str, ...] = ()
    terminal: frozenset[str] = frozenset()
    not_found: frozenset[str] = frozenset()

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
