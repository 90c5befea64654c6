export { exampleApplication, exampleHub, exampleSpoke, exampleTeam } from '../diagnostics/example-files.ts';
