"""What the eks controller does by hand-written code."""
from typing import Any

from ..client import input_shape
from ..errors import AwsError, Requeue, Terminal
from ..params import to_params
from ..work import Work
from . import tags

_ENDPOINT = ('endpointPrivateAccess', 'endpointPublicAccess', 'publicAccessCIDRs')
# In the controller's order, one for each look; what is not named is never sent.
_CONFIG = ('accessConfig', 'upgradePolicy', 'encryptionConfig', 'version', 'zonalShiftConfig', 'controlPlaneScalingConfig', 'deletionProtection')


def minor(version: str) -> int:
    return int(version.split('.')[1])


def _require_active(work: Work, what: str, terminal: tuple[str, ...]) -> None:
    state = work.item['status']
    if state == 'ACTIVE':
        return
    if state in terminal:
        raise Terminal(f"{what} is in '{state}' status")
    raise Requeue(f"{what.lower()} in '{state}' state, cannot be modified until 'ACTIVE'", work.delays.poll,
                  f"{what} is in '{state}' status")


def _updating(work: Work, what: str) -> Requeue:
    text = f'{what} is currently being updated'
    return Requeue(text, work.delays.poll, text)


def update_cluster(work: Work) -> None:
    _require_active(work, 'Cluster', ('DELETING', 'FAILED'))
    tags.update_map(work, work.status['ackResourceMetadata']['arn'])
    try:
        _update_cluster(work)
    except AwsError as error:
        if error.code == 'ResourceInUseException':
            raise _updating(work, 'Cluster') from None
        raise


def _config(work: Work, fields: dict[str, Any]) -> None:
    work.call('UpdateClusterConfig', name=work.spec['name'], **to_params(fields, input_shape('eks', 'UpdateClusterConfig'), {}))


def _update_cluster(work: Work) -> None:
    if work.changed('logging'):
        try:
            _config(work, {'logging': work.spec.get('logging')})
        except AwsError as error:
            if 'No changes needed' not in str(error):
                raise
        work.done('logging')
        raise _updating(work, 'Cluster')
    old, new = work.applied.get('resourcesVPCConfig') or {}, work.spec['resourcesVPCConfig']
    for names in (_ENDPOINT, ('subnetIDs', 'securityGroupIDs')):
        if any(old.get(name) != new.get(name) for name in names):
            _config(work, {'resourcesVPCConfig': {name: new[name] for name in names if name in new}})
            work.applied['resourcesVPCConfig'] = old | {name: new[name] for name in names if name in new}
            raise _updating(work, 'Cluster')
    # Named twice, by reference and by identifier: the same.
    work.done('resourcesVPCConfig')
    for field in _CONFIG:
        if field == 'version':
            _update_version(work)
        elif work.changed(field) and field in work.spec:
            _update_field(work, field)


def _update_field(work: Work, field: str) -> None:
    if field == 'encryptionConfig':
        if work.applied.get(field):
            raise Terminal('Encryption configuration cannot be updated')
        given = to_params({field: work.spec[field]}, input_shape('eks', 'AssociateEncryptionConfig'), {})
        work.call('AssociateEncryptionConfig', clusterName=work.spec['name'], **given)
    elif field == 'accessConfig':
        if 'authenticationMode' not in work.spec[field]:
            raise Terminal('the controller crashes on accessConfig without authenticationMode')
        mode, old = work.spec[field]['authenticationMode'], (work.applied.get(field) or {}).get('authenticationMode')
        work.done(field)
        if mode == old:
            return
        _config(work, {field: {'authenticationMode': mode}})
    else:
        _config(work, {field: work.spec[field]})
    work.done(field)
    raise _updating(work, 'Cluster')


def _update_version(work: Work) -> None:
    """One minor version for each look, until that of the spec is reached."""
    old, new = work.item['version'], work.spec.get('version', work.item['version'])
    if minor(new) < minor(old):
        raise Terminal(f'desired cluster version is less than the observed version: {new} < {old}')
    if new != old:
        work.call('UpdateClusterVersion', name=work.spec['name'], version=f'1.{minor(old) + 1}')
        raise _updating(work, 'Cluster')
    work.done('version')


def unprotect(work: Work) -> None:
    """Protection is synced before a deletion, whatever else waits."""
    wanted = work.spec.get('deletionProtection')
    if wanted is not None and wanted != work.item['deletionProtection'] and work.item['status'] == 'ACTIVE':
        _config(work, {'deletionProtection': wanted})


def before_delete_cluster(work: Work) -> None:
    unprotect(work)
    poll = work.delays.poll
    if work.item['status'] == 'DELETING':
        raise Requeue("cluster in 'DELETING' state, cannot be modified or deleted", poll)
    if work.call('ListNodegroups', clusterName=work.spec['name'])['nodegroups']:
        raise Requeue('cluster is still in use, cannot be deleted', poll)


def await_gone(work: Work) -> None:
    raise Requeue("cluster in 'DELETING' state, cannot be modified or deleted", work.delays.poll)


def update_nodegroup(work: Work) -> None:
    tags.update_map(work, work.status['ackResourceMetadata']['arn'])
    version = work.spec.get('version') not in (None, work.item['version'])
    release = work.spec.get('releaseVersion') not in (None, work.item['releaseVersion'])
    config = [f for f in ('labels', 'taints', 'scalingConfig', 'updateConfig') if work.changed(f)]
    if not (version or release or config):
        return
    _require_active(work, 'Nodegroup', ('DELETING', 'CREATE_FAILED', 'DELETE_FAILED'))
    if config:
        _update_nodes(work)
        work.done(*config)
        raise _updating(work, 'Nodegroup')
    if not work.spec.get('amiType', '').startswith('BOTTLEROCKET') and work.spec.get('version') and work.spec.get('releaseVersion'):
        if '.'.join(work.spec['releaseVersion'].split('.')[:2]) != work.spec['version']:
            raise Terminal(f"version and release version do not match: {work.spec['version']} and {work.spec['releaseVersion']}")
    given = {'version': work.spec['version']} if version else {}
    given |= {'releaseVersion': work.spec['releaseVersion']} if release else {}
    work.call('UpdateNodegroupVersion', clusterName=work.spec['clusterName'], nodegroupName=work.spec['name'], **given)
    raise _updating(work, 'Nodegroup')


def _update_nodes(work: Work) -> None:
    given: dict[str, Any] = {}
    labels, old = work.spec.get('labels') or {}, work.applied.get('labels') or {}
    if labels or old:
        given['labels'] = {'addOrUpdateLabels': labels, 'removeLabels': [name for name in old if name not in labels]}
    taints, before = work.spec.get('taints') or [], work.applied.get('taints') or []
    if taints or before:
        keys = [taint['key'] for taint in taints]
        given['taints'] = {'addOrUpdateTaints': taints, 'removeTaints': [taint for taint in before if taint['key'] not in keys]}
    given |= {field: work.spec[field] for field in ('scalingConfig', 'updateConfig') if work.spec.get(field)}
    work.call('UpdateNodegroupConfig', clusterName=work.spec['clusterName'], nodegroupName=work.spec['name'], **given)


def update_addon(work: Work) -> None:
    fields = ('addonVersion', 'configurationValues', 'serviceAccountRoleARN', 'podIdentityAssociations', 'resolveConflicts')
    retry = work.item['status'] in ('CREATE_FAILED', 'UPDATE_FAILED')
    if not any(work.changed(f) for f in (*fields, 'tags')) and not retry:
        return
    if work.item['status'] != 'DEGRADED' and not retry:
        _require_active(work, 'Addon', ('DELETE_FAILED',))
    tags.update_map(work, work.status['ackResourceMetadata']['arn'])
    if any(work.changed(f) for f in fields) or retry:
        given = {'name': work.spec['name'], 'clusterName': work.spec['clusterName']} | {f: work.spec[f] for f in fields if f in work.spec}
        work.call('UpdateAddon', **to_params(given, input_shape('eks', 'UpdateAddon'), {'name': 'addonName'}))
        work.done(*fields)
        raise _updating(work, 'Addon')


def update_access_entry(work: Work) -> None:
    entry = {'clusterName': work.spec['clusterName'], 'principalArn': work.spec['principalARN']}
    if work.changed('accessPolicies'):
        _sync_access(work, entry)
        work.done('accessPolicies')
    tags.update_map(work, work.status['ackResourceMetadata']['arn'])
    if work.changed('kubernetesGroups') or work.changed('username'):
        given = {f: work.spec[f] for f in ('kubernetesGroups', 'username') if f in work.spec}
        work.call('UpdateAccessEntry', **entry, **given)
        work.done('kubernetesGroups', 'username')


def _sync_access(work: Work, entry: dict[str, str]) -> None:
    found = {p['policyArn']: p['accessScope'] for p in work.call('ListAssociatedAccessPolicies', **entry)['associatedAccessPolicies']}
    wanted = {p.get('policyARN'): p.get('accessScope', {}) for p in work.spec.get('accessPolicies') or []}
    for arn in (a for a in found if a not in wanted):
        work.call('DisassociateAccessPolicy', policyArn=arn, **entry)
    for arn in (a for a in wanted if found.get(a) != wanted[a]):
        work.call('AssociateAccessPolicy', policyArn=arn, accessScope=wanted[arn], **entry)


def update_pod_identity(work: Work) -> None:
    tags.update_map(work, work.status['ackResourceMetadata']['arn'])
    fields = ('roleARN', 'targetRoleARN', 'disableSessionTags', 'policy')
    if any(work.changed(f) for f in fields):
        given = {f: work.spec[f] for f in fields if f in work.spec} | {'clusterName': work.spec['clusterName']}
        shape = input_shape('eks', 'UpdatePodIdentityAssociation')
        work.call('UpdatePodIdentityAssociation', associationId=work.status['associationID'], **to_params(given, shape, {}))
        work.done(*fields)
