import type { Bundle } from '../../model/bundle.ts';
import type { Fleet } from '../../model/fleet.ts';
import { mirrorOf } from '../../util/mirror.ts';

/** The bundle with its chart read from where the fleet mirrors it. */
export function throughMirror(bundle: Bundle, fleet: Fleet): Bundle {
  const { source } = bundle;
  if (source.kind !== 'chart') return bundle;
  return { ...bundle, source: { ...source, repo: mirrorOf(fleet.config.mirrors.charts, source.repo) } };
}
