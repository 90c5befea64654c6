import type { Cloud } from '../cloud.ts';
import { zones } from './zones.ts';

const aws: Cloud = {
  zones,
  kubernetesVersions: ['1.31', '1.32', '1.33', '1.34', '1.35', '1.36'],
};

export default aws;
