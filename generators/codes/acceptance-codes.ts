import type { Catalogue } from '../diagnostics/catalogue.ts';
import { exampleSpoke } from '../diagnostics/example-files.ts';

const example = (comment: string, range = '0.0.0.0/0') => ({
  'config/spokes/green.yaml': exampleSpoke(
    'network: {cidr: 10.1.0.0/18}',
    'endpoint:',
    `  publicCidrs: ["${range}"]${comment}`,
  ),
});
const good = example('  # accept network/open-endpoint: for the workshop in May');

/** What is said of comments that accept a warning. */
export const acceptanceCodes = {
  'acceptance/of-error': {
    severity: 'error',
    summary: 'Only warnings are accepted.',
    details: 'An error says that what is written cannot work, or would destroy something: no comment changes that.',
    good,
    bad: example('  # accept network/cidr-overlap: for the workshop in May', '203.0.113.0/24'),
  },
  'acceptance/unknown-code': {
    severity: 'error',
    summary: 'An acceptance names the code of a warning.',
    details: 'The code stands in brackets before the message. `wheelwright explain` lists all of them.',
    good,
    bad: example('  # accept network/open-endpont: for the workshop in May', '203.0.113.0/24'),
  },
  'acceptance/unused': {
    severity: 'warning',
    summary: 'What is accepted is there.',
    details:
      'The comment stands on the line to which the warning points, or above it. Where nothing gives the warning any more, the comment would hide the next one.',
    good,
    bad: example('  # accept network/open-endpoint: for the workshop in May', '203.0.113.0/24'),
  },
  'acceptance/without-reason': {
    severity: 'error',
    summary: 'An acceptance says why.',
    details: 'Whoever reads the line next year must be able to tell whether the reason still holds.',
    good,
    bad: example('  # accept network/open-endpoint'),
  },
} as const satisfies Catalogue;
