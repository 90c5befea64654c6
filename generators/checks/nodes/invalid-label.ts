import { isLabelKey, isLabelValue } from '../../kube/object-names.ts';
import { fleetCheck } from '../check.ts';
import { exampleSpoke } from '../example-files.ts';

const spoke = (label: string) =>
  exampleSpoke('network: {cidr: 10.1.0.0/18}', `nodeGroups: {default: {labels: {${label}}}}`);
const words = 'letters, digits, "-", "_" and ".", with a letter or digit at both ends';

export default fleetCheck({
  severity: 'error',
  over: 'spoke',
  summary: 'Labels and taints of nodes are written as Kubernetes has them.',
  details: `A key is at most 63 ${words}, after a DNS name and "/" or alone; a value is the same or empty.`,
  good: { 'config/spokes/green.yaml': spoke('example.com/tier: front-end') },
  bad: { 'config/spokes/green.yaml': spoke('tier: front end') },
  *run({ spokes }) {
    for (const { nodeGroups, locate } of spokes.values()) {
      for (const [name, { labels, taints }] of Object.entries(nodeGroups)) {
        for (const [key, value] of Object.entries(labels)) {
          const path = ['nodeGroups', name, 'labels', key];
          const help = `Use at most 63 ${words}.`;
          if (!isLabelKey(key)) yield { message: `"${key}" is no key of a label.`, at: locate(path, 'key'), help };
          if (!isLabelValue(value)) yield { message: `"${value}" is no value of a label.`, at: locate(path), help };
        }
        for (const [index, { key, value }] of taints.entries()) {
          const path = ['nodeGroups', name, 'taints', index];
          const help = `Use at most 63 ${words}.`;
          if (!isLabelKey(key)) yield { message: `"${key}" is no key of a taint.`, at: locate([...path, 'key']), help };
          if (!isLabelValue(value))
            yield { message: `"${value}" is no value of a taint.`, at: locate([...path, 'value']), help };
        }
      }
    }
  },
});
