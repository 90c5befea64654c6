"""Deletes a thing behind the back of its controller, as somebody in a console would."""
from cloud import Cloud, Who
from controller import Controller
from kind import Kind
from work import Work


def forget(cloud: Cloud, controller: Controller, kind: Kind, namespace: str, name: str) -> None:
    obj = controller.object(kind, namespace, name)
    if obj is None:
        raise ValueError(f'there is no {kind.kind} {namespace}/{name}')
    place = obj['status']['ackResourceMetadata']
    role = '' if place['ownerAccountID'] == cloud.settings.account else f"arn:aws:iam::{place['ownerAccountID']}:role/somebody"
    work = Work(cloud, Who(place['ownerAccountID'], place['region'], role), kind, obj, 0.0)
    work.call(kind.delete, **(work.fill(kind.delete_params) or {}))
    controller.look_again(kind, namespace, name)
