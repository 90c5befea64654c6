// Replaced by scripts/bundle.mjs. Absent where sources run unbundled (tests): read them behind `typeof`.

/** Version of the package. */
declare const WHEELWRIGHT_VERSION: string;
/** Hash of all that decides what the compiler does: its sources, dependencies and Kubernetes schemas. Keys the cache. */
declare const WHEELWRIGHT_HASH: string;
