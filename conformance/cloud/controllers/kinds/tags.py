"""Tags, in the three shapes that they have in ACK."""
from typing import Any

from ..work import Work

Pair = dict[str, str]


def _pairs(tags: list[Pair] | None, key: str) -> dict[str, str]:
    value = {'key': 'value', 'tagKey': 'tagValue'}[key]
    return {tag[key]: tag.get(value, '') for tag in tags or []}


def _difference(work: Work, key: str) -> tuple[dict[str, str], list[str]]:
    old, new = _pairs(work.applied.get('tags'), key), _pairs(work.spec.get('tags'), key)
    return {k: v for k, v in new.items() if old.get(k) != v}, [k for k in old if k not in new]


def update_ec2(work: Work, resource: str) -> None:
    if work.changed('tags'):
        added, removed = _difference(work, 'key')
        if removed:
            work.call('DeleteTags', Resources=[resource], Tags=[{'Key': k} for k in removed])
        if added:
            work.call('CreateTags', Resources=[resource], Tags=[{'Key': k, 'Value': v} for k, v in added.items()])
        work.done('tags')


def update_iam(work: Work, tag: str, untag: str, **target: str) -> None:
    if work.changed('tags'):
        added, removed = _difference(work, 'key')
        if removed:
            work.call(untag, TagKeys=removed, **target)
        if added:
            work.call(tag, Tags=[{'Key': k, 'Value': v} for k, v in added.items()], **target)
        work.done('tags')


def update_kms(work: Work, key: str) -> None:
    if work.changed('tags'):
        added, removed = _difference(work, 'tagKey')
        if removed:
            work.call('UntagResource', KeyId=key, TagKeys=removed)
        if added:
            work.call('TagResource', KeyId=key, Tags=[{'TagKey': k, 'TagValue': v} for k, v in added.items()])
        work.done('tags')


def update_map(work: Work, arn: str) -> None:
    if work.changed('tags'):
        old, new = work.applied.get('tags') or {}, work.spec.get('tags') or {}
        added: dict[str, Any] = {k: v for k, v in new.items() if old.get(k) != v}
        removed = [k for k in old if k not in new]
        if removed:
            work.call('UntagResource', resourceArn=arn, tagKeys=removed)
        if added:
            work.call('TagResource', resourceArn=arn, tags=added)
        work.done('tags')
