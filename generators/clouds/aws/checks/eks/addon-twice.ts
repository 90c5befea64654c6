import { exampleSpoke } from '../../../../diagnostics/example-files.ts';
import { fleetCheck } from '../../../../model/check.ts';
import { kebabCase } from '../../../../model/names.ts';
import { awsSpokes } from '../../aws-spoke.ts';

const spoke = (addons: string) =>
  exampleSpoke(
    'network: {cidr: 10.1.0.0/18}',
    'versions: {eks: {addons: {metrics-server: v0.8.0-eksbuild.1}}, addons: {metricsServer: 3.13.1}}',
    'eks: {addons: {metrics-server: {}}}',
    `addons: {metricsServer: ${addons}}`,
  );

export default fleetCheck({
  severity: 'error',
  over: 'spoke',
  summary: 'What is installed as an add-on of the platform is not installed as an EKS add-on too.',
  details: 'Both would own the same objects and overwrite each other for ever.',
  good: { 'config/spokes/green.yaml': spoke('null') },
  bad: { 'config/spokes/green.yaml': spoke('{}') },
  *run({ spokes }) {
    for (const { addons, eks, locate } of awsSpokes(spokes)) {
      for (const [name, options] of Object.entries(addons)) {
        const eksName = kebabCase(name);
        if (options === undefined || !Object.hasOwn(eks.addons, eksName)) continue;
        yield {
          message: `The add-on "${name}" and the EKS add-on "${eksName}" are the same.`,
          at: locate(['eks', 'addons', eksName], 'key'),
          notes: [{ message: 'the add-on of the platform', at: locate(['addons', name], 'key') }],
          help: `Remove one of them; \`${name}: null\` turns off what an earlier layer turned on.`,
        };
      }
    }
  },
});
