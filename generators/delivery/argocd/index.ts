import type { DeliveryEngine } from '../engine.ts';
import { ARGOCD_NAMESPACE } from './application.ts';
import { deliver } from './deliver.ts';
import { leave } from './leave.ts';
import { marks } from './marks.ts';
import { patches } from './patches.ts';
import { placeHub } from './place-hub.ts';
import { placeSpoke } from './place-spoke.ts';
import { refused } from './refused.ts';
import { registration } from './registration.ts';

const argocd: DeliveryEngine = {
  name: 'argocd',
  hub: placeHub,
  spoke: placeSpoke,
  namespace: ARGOCD_NAMESPACE,
  kinds: { bundle: 'Application', rights: 'AppProject' },
  own: [
    { kind: 'Application', name: 'fleet' },
    { kind: 'AppProject', name: 'default' },
    { kind: 'AppProject', name: 'parents' },
  ],
  marks,
  registration,
  patches,
  deliver,
  refused,
  leave,
};

export default argocd;
