import { runSource } from './run-source.mjs';

// From the model: schemas/<kind>.schema.json for editors.

export const owns = /^schemas\/[^/]+\.schema\.json$/;

/** JSON Schemas by kind: of single files, of the same for editors, and of the whole that layers merge to. */
export async function readSchemas(root) {
  return await runSource(
    root,
    `import { completeSchemas, fileSchemas } from './generators/model/file-schemas.ts';
     import { editorSchemas } from './generators/model/editor-schemas.ts';
     import { eksAddons } from './generators/clouds/aws/eks-addons.ts';
     import { addonOptions } from './generators/addons/options-registry.ts';
     export const files = fileSchemas(addonOptions);
     export const editor = editorSchemas(addonOptions, { 'eks.addons': Object.keys(eksAddons) });
     export const complete = completeSchemas(addonOptions);`,
  );
}

export async function generate(root) {
  const { editor } = await readSchemas(root);
  const contents = new Map();
  for (const [kind, schema] of Object.entries(editor)) {
    contents.set(`schemas/${kind}.schema.json`, `${JSON.stringify(schema, null, 2)}\n`);
  }
  return contents;
}
