import type { CloudCall } from './cloud.ts';
import { expect, expectEqual } from './expect.ts';

/** Calls, or what AWS does by itself: all of the first before any of the second. */
const order: readonly (readonly [earlier: string, later: string])[] = [
  ['DeleteAddon', 'DeleteCluster'],
  ['NodegroupDeleted', 'DeleteCluster'],
  // What nodes work with until they are drained.
  ['NodegroupDeleted', 'DeleteAddon'],
  ['NodegroupDeleted', 'DeletePodIdentityAssociation'],
  ['ClusterDeleted', 'DeleteRole'],
  ['DeleteCluster', 'ScheduleKeyDeletion'],
  ['DeleteCluster', 'DeleteLogGroup'],
  ['ClusterDeleted', 'DeleteSubnet'],
  ['ClusterDeleted', 'DeleteNatGateway'],
  ['NatGatewayDeleted', 'ReleaseAddress'],
  ['ReleaseAddress', 'DetachInternetGateway'],
  ['DeleteSubnet', 'DeleteVpc'],
  ['DeleteRouteTable', 'DeleteVpc'],
  ['DeleteInternetGateway', 'DeleteVpc'],
];

/** Whether the calls that delete a cluster and its network came in the order of AWS, and what was refused was done later. */
export function judgeDeletionOrder(calls: readonly CloudCall[], spoke: string): void {
  const done = calls.filter(({ outcome }) => outcome === 'ok');
  for (const { outcome, number, operation, object, text } of calls) {
    if (outcome === 'ok') continue;
    const later = done.some((call) => call.number > number && call.operation === operation && call.object === object);
    expect(outcome === 'refused' && later, `${operation} of ${object}: ${outcome}, ${text}`);
  }
  const numbers = (name: string) => done.filter(({ operation }) => operation === name).map(({ number }) => number);
  for (const [earlier, later] of order) {
    const inOrder = Math.max(0, ...numbers(earlier)) < Math.min(Number.POSITIVE_INFINITY, ...numbers(later));
    expect(inOrder, `${spoke}: ${later} was done before the last ${earlier}`);
  }
  expectEqual(numbers('DeleteCluster').length, 1, `calls that delete the cluster of ${spoke}`);
}
