/**
 * Fills a template of an ApplicationSet as Argo CD does with `goTemplate` and `missingkey=error`, for all that ours use:
 * `{{ .name }}`. Throws for what is missing and for what is more than that.
 */
export function renderTemplate<T>(template: T, parameters: Readonly<Record<string, unknown>>): T {
  if (typeof template === 'string') return renderText(template, parameters) as T;
  if (Array.isArray(template)) return template.map((item) => renderTemplate(item, parameters)) as T;
  if (typeof template !== 'object' || template === null) return template;
  const entries = Object.entries(template);
  return Object.fromEntries(
    entries.map(([key, value]) => [renderText(key, parameters), renderTemplate(value, parameters)]),
  ) as T;
}

function renderText(text: string, parameters: Readonly<Record<string, unknown>>): string {
  const rendered = text.replaceAll(/\{\{ \.(\w+) \}\}/g, (_, name: string) => {
    const value = parameters[name];
    if (typeof value !== 'string') throw new Error(`map has no entry for key "${name}"`);
    return value;
  });
  if (rendered.includes('{{')) throw new Error(`"${text}" is more than this evaluator knows`);
  return rendered;
}
