/** What `explain CODE` and the reference page say of a diagnostic. */
export interface LoadCheck {
  /** One sentence: what must hold. */
  readonly summary: string;
  /** Why it must hold, and what to do, in a few sentences. */
  readonly details: string;
}

/** Every diagnostic of reading, parsing and validating files, by code; all are errors. */
export const loadChecks: Readonly<Record<string, LoadCheck>> = {
  'file/case-only': {
    summary: 'No two paths differ only in upper and lower case.',
    details: 'On macOS and Windows they are the same file, so a clone there would lose one of them.',
  },
  'file/name': {
    summary: 'The stem of a file, and the folder of a base, is a name of its kind.',
    details:
      'Names become parts of the names of Kubernetes objects and AWS resources, which allow few characters and no more than 63 of them, so a name has 20 at most; a base and a component, which are folders, 40. A region is named as AWS names it. No name of a file holds a backslash, a control character or bytes that are no UTF-8.',
  },
  'file/no-config': {
    summary: 'There is a file `config/config.yaml`.',
    details: 'It says what holds for the whole fleet. `wheelwright init DIR` makes a new repository with one.',
  },
  'file/not-utf8': {
    summary: 'Files are in UTF-8.',
    details: 'A byte order mark and Windows line ends are accepted. Save the file as UTF-8 in the editor.',
  },
  'file/not-yaml': {
    summary: 'The files of `config/` end in `.yaml`.',
    details:
      'One ending, so that every file has one name. Files that look like configuration but end in `.yml` or `.json` would silently be left out, so they are an error; other files, dot files and what editors leave behind are ignored.',
  },
  'file/same-name': {
    summary: 'The names of spokes are unique, whatever folders they are in.',
    details:
      'Folders below `config/spokes` are for people only; a cluster is known by the stem of its file. Upper and lower case count as the same.',
  },
  'file/symbolic-link': {
    summary: 'There are no symbolic links in what is read.',
    details: 'A link could lead out of the repository: a pull request could make `check` read any file of the machine.',
  },
  'file/too-large': {
    summary: 'A file of the configuration has at most 1 MiB, one with graphs or CRDs 4 MiB.',
    details: 'What people write is far smaller; what is larger is there by mistake, or to make the compiler slow.',
  },
  'file/unknown-place': {
    summary: 'Every file of `config/` stands where a file of its kind belongs.',
    details:
      'The folders are accounts, components, environments, hubs, networks, regions, spokes and teams. Only `spokes` may have folders in it. A file elsewhere would silently be left out.',
  },
  'file/unreadable': {
    summary: 'Every file can be read.',
    details: 'The message has the error of the operating system, such as EACCES for missing rights.',
  },
  'schema/missing-field': {
    summary: 'Everything without a default is given by the file or one of its layers.',
    details: 'A spoke is looked at after its layers were merged, so it does not matter which of them says it.',
  },
  'schema/more-problems': {
    summary: 'At most 100 problems of a file are shown.',
    details: 'The rest appears when some of them are solved.',
  },
  'schema/not-one-of': {
    summary: 'A value is one of those that the field allows.',
    details: 'The help lists them; the schema for editors offers them.',
  },
  'schema/out-of-range': {
    summary: 'Numbers, lengths of lists and lengths of texts are within their bounds.',
    details: 'The bounds are those of AWS and Kubernetes; the reference of the configuration lists them.',
  },
  'schema/repeated-item': {
    summary: 'A list that is a set has no item twice.',
    details: 'Remove one of them.',
  },
  'schema/unknown-key': {
    summary: 'Every key is a field of its map.',
    details:
      'A misspelt field would silently have no effect. The message has the nearest name; the help says where a field of that name is, or which fields there are.',
  },
  'schema/wrong-format': {
    summary: 'Texts and names have the form that their field asks for.',
    details: 'Such as an address range, a version or the name of an object. Whether the thing exists is checked later.',
  },
  'schema/wrong-type': {
    summary: 'A value has the type of its field.',
    details:
      'Mind that YAML reads 1.30 as the number 1.3: versions must be in quotes. `yes` and `on` are strings; write `true`.',
  },
  'yaml/alias-bomb': {
    summary: 'The aliases of a file stand for at most 1000 values.',
    details: 'Aliases of aliases grow exponentially. Share what spokes have in common through layers instead.',
  },
  'yaml/alias-loop': {
    summary: 'An alias does not stand within what it repeats.',
    details: 'Its value would have no end.',
  },
  'yaml/directive': {
    summary: 'There are no directives.',
    details:
      'Every file is read as YAML 1.2, whatever a `%YAML` line says: in YAML 1.1 `no` would be false and 010 would be 8.',
  },
  'yaml/duplicate-key': {
    summary: 'No key stands twice in a map.',
    details: 'Parsers disagree on which of them counts. The note shows the first.',
  },
  'yaml/empty-file': {
    summary: 'A file says something.',
    details: 'An empty file is mostly one that was not saved. `{}` is a file that says nothing on purpose.',
  },
  'yaml/invisible-character': {
    summary: 'There are no control characters, and none that change the direction of text.',
    details:
      'A reviewer would read something else than the compiler. In double quotes they can be written as escape sequences.',
  },
  'yaml/key-not-text': {
    summary: 'Keys are text.',
    details:
      'A number, `true` or `null` as a key must be in quotes. A template in braces is read as a map, so it must be in quotes too.',
  },
  'yaml/merge-key': {
    summary: 'There are no merge keys (`<<`).',
    details: 'They were dropped from YAML. Layers do the same, and the compiler knows where each value comes from.',
  },
  'yaml/reserved-key': {
    summary: 'No key is `__proto__`.',
    details: 'It has a meaning of its own in the language that the compiler is written in.',
  },
  'yaml/several-documents': {
    summary: 'A file holds one document.',
    details: 'Each thing has a file of its own, because the name of the file is its name.',
  },
  'yaml/syntax': {
    summary: 'A file is YAML.',
    details: 'Only the first error of a file is shown: what follows is mostly its echo.',
  },
  'yaml/tab-indentation': {
    summary: 'Lines are indented with spaces.',
    details: 'YAML forbids tabs there, as their width differs from editor to editor.',
  },
  'yaml/tag': {
    summary: 'There are no tags but those of plain data, such as `!!str`.',
    details: 'A value that begins with an exclamation mark must be in quotes.',
  },
  'yaml/too-deep': {
    summary: 'Values are nested at most 64 levels deep.',
    details: 'Nothing that people write comes near it.',
  },
  'yaml/too-many-values': {
    summary: 'A file holds at most 20000 values.',
    details: 'Every value is validated and merged; a file that people write has some hundreds.',
  },
  'yaml/unknown-alias': {
    summary: 'What an alias repeats was marked before it, in the same file.',
    details: 'A value that begins with an asterisk, such as `*.example.com`, must be in quotes.',
  },
  'yaml/unsafe-number': {
    summary: 'Numbers are read as they are written.',
    details:
      'An account id without quotes would lose its leading zero, other readers take 010 for 8, and numbers beyond 2^53 are rounded. Put them in quotes.',
  },
};
