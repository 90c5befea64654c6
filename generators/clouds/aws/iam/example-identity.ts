import { exampleApplication, exampleTeam } from '../../../diagnostics/example-files.ts';

/** An application with these statements, of a team that may ask for all of them. */
export function exampleIdentity(statements: string): Readonly<Record<string, string>> {
  return exampleOfTeam(`{serviceAccount: shop, statements: [${statements}]}`, '{actions: ["*:*"], resources: ["*"]}');
}

/** An application with an identity, and what its team may ask for. */
export function exampleOfTeam(identity: string, allowed: string): Readonly<Record<string, string>> {
  return {
    'config/teams/checkout.yaml': exampleTeam('namespaces: {checkout: {}}', `identity: ${allowed}`),
    'config/spokes/green.yaml': exampleApplication(
      `{team: checkout, namespace: checkout, base: web-service, identity: ${identity}}`,
    ),
  };
}
