import { cutName } from './cut-name.ts';
import type { Spoke, Team } from './fleet.ts';

// Names that are derived from the names of files. Whoever makes an object and whoever checks for clashes asks here.

/** `metricsServer` in the configuration is `metrics-server` in names. */
export function kebabCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** Of its cluster in the cloud. Everywhere else a spoke has the name of its file. */
export const clusterName = ({ name, cluster }: Pick<Spoke, 'name' | 'cluster'>): string => cluster?.name ?? name;

/** Of an Application or a project: it may be the value of a label. A name of the fleet with a dash before or after it fits whole. */
export const LONGEST_NAME = 63;
const cut = (name: string): string => cutName(name, LONGEST_NAME);

/** Applications of a hub, all in one namespace: a clash would let one overwrite the other. */
export const parentApplication = (spoke: string): string => `spoke-${spoke}`;
export const infrastructureApplication = (spoke: string): string => `${spoke}-infrastructure`;
export const addonApplication = (spoke: string, addon: string): string => cut(`${spoke}-${kebabCase(addon)}`);
export const addonManifestsApplication = (spoke: string, addon: string): string =>
  cut(`${spoke}-${kebabCase(addon)}-manifests`);
export const teamApplication = (spoke: string, team: string): string => cut(`${spoke}-team-${team}`);
export const repositoryApplication = (spoke: string, team: string): string => cut(`${spoke}-repository-${team}`);
export const teamsApplication = (spoke: string, application: string): string => cut(`${spoke}-${application}`);
export const accountApplication = (account: string): string => `account-${account}`;
export const networkApplication = (network: string): string => `network-${network}`;
export const manifestsApplication = (folder: string): string => `manifests-${folder}`;
/** Of all controllers of a hub, with their settings. */
export const CONTROLLER_WAVE = -3;

/** Projects of a hub, in the same namespace. */
export const ADDONS_PROJECT = 'addons';
export const addonsProject = (spoke: string): string => `${spoke}-${ADDONS_PROJECT}`;
export const teamProject = (spoke: string, team: string): string => cut(`${spoke}-${team}`);

/** What the platform team wrote for its hubs. */
export const MANIFESTS_PROJECT = 'manifests';

/** Applications and projects that every hub has, besides those of its engine. The root has the name of the hub. */
export const hubApplications = ['controller-settings', 'kro', 'library'] as const;
export const hubProjects = ['controllers', 'infrastructure', MANIFESTS_PROJECT, 'platform'] as const;

type Access = Team['members'][string]['access'];

/** The group that holds a team's members of one access level; Kubernetes reserves only names that begin with `system:`. */
export const memberGroup = (team: string, access: Access): string => `${team}:${access}`;
