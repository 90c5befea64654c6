import { readListedFile } from '../../disk/read-repository.ts';
import type { Source } from '../../source/source.ts';

/** A file that is as it was in an earlier build: its text is read when somebody asks for a place in it. */
export function unreadSource(root: string, path: string, hash?: string): Source {
  let text: string | undefined;
  return {
    path,
    ...(hash !== undefined && { hash }),
    get text() {
      if (text === undefined) {
        const read = readListedFile(root, { path });
        // It went away since it was listed: a place in it cannot be shown.
        text = 'code' in read ? '' : read.text;
      }
      return text;
    },
  };
}
