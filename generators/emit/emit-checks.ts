import type { Diagnostic, Problem } from '../diagnostics/diagnostic.ts';

interface EmitCheck {
  readonly summary: string;
  readonly details: string;
}

/** What is checked beyond the configuration: the state of out/, and the change against a base. `explain CODE` prints it. */
export const emitChecks = {
  'out/foreign-file': {
    summary: 'Every file in out/ was written by Wheelwright.',
    details:
      'Argo CD applies what it finds in out/, so a file that nobody generated would reach clusters without a line of configuration behind it. Wheelwright never touches such a file: move it elsewhere, or let `build --restore PATH` delete it.',
  },
  'out/edited-file': {
    summary: 'No file in out/ was edited by hand.',
    details:
      'The next build would undo the edit. The file has neither the content that its record in out/.wheelwright/ names nor the content that the configuration asks for. Make the change in the configuration (`explain out/FILE:LINE` says where), then discard the edit with `build --restore PATH`.',
  },
  'out/missing-file': {
    summary: 'Every file that the configuration asks for is in out/.',
    details: 'Somebody deleted it, or changed the configuration without running `build`.',
  },
  'out/stale-file': {
    summary: 'Every file in out/ is what the configuration says.',
    details:
      'The configuration (or Wheelwright) changed, and `build` was not run since, or its result was not committed. A file that nothing asks for any more counts as stale, too.',
  },
  'out/not-a-file': {
    summary: 'There are only folders and plain files in out/.',
    details:
      'A symbolic link could lead a write, or Argo CD, out of the folder. Wheelwright follows none: it names the link and writes nothing. Files that cannot be read are reported here as well.',
  },
  'out/broken-record': {
    summary: 'Every record in out/.wheelwright/ can be read and names only files of its own owner.',
    details:
      'A record lists what one owner (a spoke, a hub, …) wrote, with hashes. It is broken by a merge that left conflict markers, or by an edit. `build` writes the record of everything that is still in the configuration anew.',
  },
  'out/cannot-write': {
    summary: 'The file system takes what is written.',
    details:
      'The disk is full, out/ or .wheelwright/ is read-only or belongs to somebody else, or out/ lies on another file system than the root. What was written so far is finished by the next `build`.',
  },
  'out/busy': {
    summary: 'One build runs at a time.',
    details:
      'Two builds that write the same out/ would undo each other. The second one waits some seconds for the first, then gives up. A lock whose process is gone, or that is ten minutes old, is taken over.',
  },
  'out/not-in-out': {
    summary: '`build --restore PATH` names a path inside out/.',
    details: 'Only generated files can be restored.',
  },
  'lifecycle/vanished': {
    summary: 'A spoke or a network leaves the configuration only after it was retired.',
    details:
      'Deleting the file deletes nothing in the cloud: the cluster would go on running with nobody watching it. `lifecycle: retiring` takes the applications away, then `retired` lets the cloud resources go, then the file may be deleted. A renamed file is another cluster.',
  },
  'lifecycle/skipped-step': {
    summary: 'The lifecycle moves between active and retiring, and from retiring to retired, never otherwise.',
    details:
      'What is new is active. Applications must have left before their cluster goes, and what was given up for deletion cannot be called back: its deletion protection is off, and parts of it may be gone.',
  },
  'lifecycle/changed-account': {
    summary: 'The account of an existing spoke, network or hub never changes.',
    details:
      'Nothing moves between accounts: it would be deleted in one and created in the other, with all that it holds.',
  },
  'lifecycle/changed-account-id': {
    summary: 'The id of an account never changes.',
    details: 'All that lives in the account would be taken for something in another one. A new account is a new file.',
  },
  'lifecycle/changed-region': {
    summary: 'The region of an existing spoke, network or hub never changes.',
    details:
      'Nothing moves between regions: it would be deleted in one and created in the other, with all that it holds.',
  },
  'lifecycle/changed-hub': {
    summary: 'The hub of an existing spoke, network or account never changes.',
    details:
      'The old hub would delete what the new one creates: both would manage the same cloud resources under one name. The cluster and the partition of a hub never change either.',
  },
  'lifecycle/changed-organisation': {
    summary: 'The organisation never changes.',
    details:
      'The names of all roles begin with it: the controllers would assume roles that nobody made, in every account at once, and Terraform would replace those that are there.',
  },
  'lifecycle/changed-addresses': {
    summary: 'The addresses of an existing spoke or network never change.',
    details: 'The range of a VPC cannot be changed: it would be replaced, with the cluster in it.',
  },
  'lifecycle/replaced-node-group': {
    summary: 'What AWS cannot change of an existing node group never changes.',
    details:
      'Instance types, AMI type, kind of capacity, disk size and zones are fixed when a node group is made. The graph refuses such a change, and the spoke would stand still. Add a group with another name beside it, let it become ready, then retire the old one.',
  },
  'lifecycle/vanished-node-group': {
    summary:
      'A node group leaves the configuration only after it was retired, and is retired only when another one is there.',
    details:
      'Its nodes go with it, and with them every pod that has no other place; renamed in a layer, the nodes of every spoke at once. Add the new group, wait until its nodes are ready, then set `lifecycle: retired` on the old one: EKS drains its nodes and honours disruption budgets. When they are gone, remove the entry.',
  },
  'lifecycle/vanished-graph': {
    summary: 'A graph whose last user went stays on its hub until a person takes it away.',
    details:
      'What the graph made may not all be gone, and only with the graph and its controllers can it go. `graphs` of the hub keeps them. Remove the kind there when nothing of it is left on the hub; Argo CD then waits for an approval of the Application `library`.',
  },
  'lifecycle/kubernetes-step': {
    summary: 'The Kubernetes version of an existing spoke goes up, by one minor version at a time.',
    details:
      'EKS refuses to take a control plane back, and to skip a minor version: the spoke would stand still with an error. Deliver each step before the next.',
  },
  'lifecycle/unknown-base': {
    summary: 'The base to compare with exists.',
    details:
      '`check --base` takes a folder that holds another copy of the repository, or a commit, branch or tag of this one. In a shallow clone the base must have been fetched.',
  },
  'lifecycle/unreadable-base': {
    summary: 'The base to compare with can be read.',
    details:
      'Git refused to read the repository, or a record or a file with graphs of the base is broken or not there: then changes of an account, region, address or lifecycle, or of a graph, cannot be seen.',
  },
} as const satisfies Readonly<Record<string, EmitCheck>>;

export type EmitCode = keyof typeof emitChecks;

export function emitError(code: EmitCode, problem: Problem): Diagnostic {
  return { notes: [], ...problem, code, severity: 'error' };
}

export function emitWarning(code: EmitCode, problem: Problem): Diagnostic {
  return { notes: [], ...problem, code, severity: 'warning' };
}
