import type { Catalogue } from '../../diagnostics/catalogue.ts';

/** The base of a change. What the change itself must not do is in checks. */
export const baseCodes = {
  'lifecycle/unknown-base': {
    severity: 'error',
    summary: 'The base to compare with exists.',
    details:
      '`check --base` takes a folder that holds another copy of the repository, or a commit, branch or tag of this one. In a shallow clone the base must have been fetched.',
    good: { $: 'wheelwright check --base HEAD' },
    bad: { $: 'wheelwright check --base releases' },
  },
  'lifecycle/unreadable-base': {
    severity: 'warning',
    summary: 'The base to compare with can be read.',
    details:
      'Git refused to read the repository, or a record or a file with graphs of the base is broken or not there: then changes of an account, region, address or lifecycle, or of a graph, cannot be seen.',
    good: { $: 'wheelwright check --base HEAD' },
    bad: {
      $: 'mkdir before\ncp -R config out before\necho "<<<<<<< HEAD" >> before/out/.wheelwright/spokes/blue.json\nwheelwright check --base ./before',
    },
  },
} as const satisfies Catalogue;
