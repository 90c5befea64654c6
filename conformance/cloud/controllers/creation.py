"""The parameters with which a controller creates a thing."""
from typing import Any

from .client import input_shape
from .params import to_params
from .work import Work


def creation(work: Work) -> dict[str, Any]:
    kind = work.kind
    later = (*kind.later, 'tags') if kind.tag_type else kind.later
    given = {field: value for field, value in work.spec.items() if field not in later}
    params = to_params(given, input_shape(kind.api_service, kind.create), kind.renames)
    if kind.tag_type and work.spec.get('tags'):
        pairs = [{'Key': tag['key'], 'Value': tag.get('value', '')} for tag in work.spec['tags']]
        params['TagSpecifications'] = [{'ResourceType': kind.tag_type, 'Tags': pairs}]
    if kind.before_create:
        kind.before_create(work, params)
    return params
