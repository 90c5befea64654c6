export { exampleRepository as smallRepository } from '../checks/example-repository.ts';
