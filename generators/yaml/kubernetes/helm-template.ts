import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Source } from '../../source/source.ts';

/** An action that only the template of a chart has in it: its values, or what it includes. */
const ofChart =
  /\{\{[^{}]{0,200}?\.(?:Values|Release|Chart|Capabilities|Files|Template)\b|\{\{-?\s*(?:include|tpl|toYaml|template|define)\s/;

/** Of the template of a Helm chart it is not known what Helm makes; undefined for any other file. */
export function helmTemplate(source: Source): Diagnostic | undefined {
  const found = ofChart.exec(source.text);
  if (found === null) return undefined;
  return {
    code: 'kro/helm-template',
    severity: 'warning',
    message: `"${source.path}" is a template of a Helm chart, so it is passed over: what Helm makes of it is not known here.`,
    at: { span: { source, start: found.index, end: found.index + found[0].length } },
    notes: [],
    help: 'Render the chart, and check what comes of it: `helm template CHART | wheelwright lint -`.',
  };
}
