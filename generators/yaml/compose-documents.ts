import {
  Composer,
  type CST,
  type Document,
  type DocumentOptions,
  type ParsedNode,
  type ParseOptions,
  type SchemaOptions,
} from 'yaml';

/** What is told is the first error; each of them costs a stack trace. */
const mostErrors = 20;

type OnError = (...error: readonly unknown[]) => void;

/** As `new Composer`, but for texts that are nothing but errors. */
export function newComposer(options: ParseOptions & DocumentOptions & SchemaOptions): Composer<ParsedNode> {
  const composer = new Composer<ParsedNode>(options);
  const { onError } = composer as unknown as { readonly onError: OnError };
  let errors = 0;
  return Object.assign(composer, {
    onError: (...error: readonly unknown[]) => {
      errors += 1;
      if (errors <= mostErrors) onError(...error);
    },
  });
}

/** All documents that a text was parsed into, as `parseAllDocuments` gives them. */
export function composeDocuments(
  tokens: Iterable<CST.Token>,
  options: ParseOptions & DocumentOptions & SchemaOptions,
): readonly Document.Parsed[] {
  return [...newComposer(options).compose(tokens)];
}
