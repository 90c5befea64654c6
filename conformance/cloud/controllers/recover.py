"""After a stop in the middle of a creation: finds what was made, so that it is not made twice.

The real controllers have no such memory, and would leave a second VPC behind.
"""
import json
from typing import Any

from .work import Work


def recover(work: Work) -> None:
    if work.status.get('ackResourceMetadata'):
        return
    if work.created:
        work.status |= work.created
    elif work.intended and work.kind.tag_type:
        _find_by_tags(work)


def _find_by_tags(work: Work) -> None:
    wanted = {tag['key']: tag.get('value', '') for tag in work.spec.get('tags') or []}
    known = json.dumps([thing.get('status', {}) for _, thing in work.store.all('object')])
    for item in work.call(work.kind.read)[work.kind.found]:
        tags = {tag['Key']: tag['Value'] for tag in item.get('Tags', [])}
        if wanted and tags == wanted and not any(f'"{name}"' in known for name in _identifiers(work, item)):
            work.take(item)
            work.created = work.status
            work.keep()
            return


def _identifiers(work: Work, item: dict[str, Any]) -> list[str]:
    member = next(iter(work.kind.read_params)).removesuffix('s')
    return [item[member]] if member in item else []
