import { posix } from 'node:path';

/**
 * The arrow of imports. The linter knows the coarse rules (which folder may name which package); here is the whole
 * table, because a linter sees the text of an import and not the file that it leads to.
 */

const PURE = ['spec', 'shift', 'verdict', 'ecs', 'images', 'compose', 'text', 'services-file'] as const;
const ADAPTERS = ['aws', 'github', 'hosts', 'system', 'buildx', 'registry'] as const;

interface Allowed {
  /** Folders below `src`. */
  readonly folders: readonly string[];
  /** Folders of which only types may be imported: nothing of them is there when the program runs. */
  readonly types?: readonly string[];
  /** Packages and Node modules, as beginnings of their names; `*` for any. */
  readonly packages: readonly string[];
}

const pure: Allowed = { folders: PURE, types: ['ports'], packages: [] };

/** What each folder below `src` may import; the first pattern that the file's path matches decides. */
const ARROWS: readonly (readonly [RegExp, Allowed])[] = [
  [/(\.test|-for-tests|-under-test)\.ts$/, { folders: ['*'], packages: ['*'] }],
  [/^testing\//, { folders: ['*'], packages: ['*'] }],
  [/^(spec|shift|verdict|ecs|images|compose|services-file)\//, pure],
  // Pure as well: a parser is a function of a text.
  [/^text\//, { folders: ['text'], packages: ['yaml'] }],
  [/^ports\//, { folders: [...PURE, 'ports'], packages: [] }],
  // Tasks that run once beside a service.
  [/^one-off\//, { folders: [...PURE, 'ports', 'one-off'], packages: [] }],
  // What is looked at before a service is touched.
  [/^preflight\//, { folders: [...PURE, 'ports', 'preflight'], packages: [] }],
  [/^lock\//, { folders: [...PURE, 'ports', 'lock'], packages: [] }],
  [/^evidence\//, { folders: [...PURE, 'ports', 'evidence'], packages: [] }],
  // What several actions do with two services and a rule. It knows the inputs of an action as types only.
  [
    /^blue-green\//,
    { folders: [...PURE, 'ports', 'evidence', 'lock', 'blue-green'], types: ['actions'], packages: [] },
  ],
  // One service of ECS, rolled out; the lock is that of the traffic shift.
  [
    /^rolling\//,
    { folders: [...PURE, 'ports', 'evidence', 'lock', 'blue-green', 'one-off', 'preflight', 'rolling'], packages: [] },
  ],
  // Many services in order, and the rolls of them.
  [/^fleet\//, { folders: [...PURE, 'ports', 'lock', 'rolling', 'fleet'], packages: [] }],
  // The same image in another repository.
  [/^image-copy\//, { folders: [...PURE, 'ports', 'blue-green', 'image-copy'], packages: ['node:crypto'] }],
  // What is kept in a repository.
  [/^retention\//, { folders: [...PURE, 'ports', 'image-copy', 'retention'], packages: [] }],
  // Images that are built where they are missing: what changed, the solve, tags, scans.
  [/^image-build\//, { folders: [...PURE, 'ports', 'image-copy', 'image-build'], packages: [] }],
  [/^system\//, { folders: [...PURE, 'ports', 'system'], packages: ['node:'] }],
  // Registries that speak the common protocol; ECR gives its blobs out as they do.
  [/^registry\//, { folders: [...PURE, 'ports', 'registry'], packages: ['node:'] }],
  [/^aws\//, { folders: [...PURE, 'ports', 'registry', 'aws'], packages: ['node:', '@aws-sdk/', '@smithy/'] }],
  [/^github\//, { folders: [...PURE, 'ports', 'github'], packages: ['node:', '@actions/'] }],
  // Docker and buildx as programs beside this one.
  [/^buildx\//, { folders: [...PURE, 'ports', 'buildx'], packages: ['node:'] }],
  [/^hosts\//, { folders: [...PURE, 'ports', 'hosts'], packages: ['node:'] }],
  [/^local-cloud\//, { folders: ['local-cloud'], packages: ['node:', '@aws-sdk/', '@smithy/', 'yaml'] }],
  [
    /^actions\/[^/]+\/index\.ts$/,
    {
      folders: [
        ...PURE,
        ...ADAPTERS,
        'ports',
        'evidence',
        'blue-green',
        'lock',
        'one-off',
        'preflight',
        'rolling',
        'fleet',
        'image-build',
        'image-copy',
        'retention',
        'actions',
      ],
      packages: ['node:'],
    },
  ],
  [
    /^actions\//,
    {
      folders: [
        ...PURE,
        'ports',
        'evidence',
        'lock',
        'blue-green',
        'one-off',
        'preflight',
        'rolling',
        'fleet',
        'image-build',
        'image-copy',
        'retention',
        'actions',
      ],
      packages: ['node:'],
    },
  ],
  [
    /^cli\//,
    {
      folders: [
        ...PURE,
        ...ADAPTERS,
        'ports',
        'evidence',
        'blue-green',
        'lock',
        'one-off',
        'preflight',
        'rolling',
        'fleet',
        'actions',
        'cli',
        'local-cloud',
        'testing',
      ],
      packages: ['node:', 'yaml'],
    },
  ],
  [/^tools\//, { folders: ['spec', 'services-file', 'actions', 'tools'], packages: ['*'] }],
  [/^entry\.ts$/, { folders: ['actions', 'cli', 'github'], packages: [] }],
];

export interface Import {
  readonly specifier: string;
  /** `import type`, which leaves nothing in the program. */
  readonly isType: boolean;
}

/** All imports and re-exports in a source text, `import()` included. */
export function importsIn(source: string): Import[] {
  const code = source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
  const pattern =
    /(?:^|[;}\s])(?:import|export)\s(type\s)?[^'"`;]*?from\s*['"]([^'"]+)['"]|\bimport\s*\(?\s*['"]([^'"]+)['"]/g;
  return [...code.matchAll(pattern)].map(([, type, from, bare]) => ({
    specifier: from ?? bare ?? '',
    isType: type !== undefined,
  }));
}

/** Why a file (its path below `src`) may not import that, or nothing. */
export function forbiddenArrow(file: string, { specifier, isType }: Import): string | undefined {
  const allowed = ARROWS.find(([pattern]) => pattern.test(file))?.[1];
  if (allowed === undefined) {
    return `${file} is in a folder that no rule knows`;
  }
  if (!specifier.startsWith('.')) {
    const may = allowed.packages.some((beginning) => beginning === '*' || specifier.startsWith(beginning));
    return may ? undefined : `${file} imports ${specifier}`;
  }
  const target = posix.join(posix.dirname(file), specifier);
  const intoPackages = /^\.\.\/node_modules\/(.+)$/.exec(target);
  if (intoPackages !== null) {
    return forbiddenArrow(file, { specifier: intoPackages[1] ?? '', isType });
  }
  const folder = target.split('/')[0] ?? '';
  const own = file.split('/')[0] === folder;
  const reachesOtherAction = own && folder === 'actions' && file.split('/')[1] !== target.split('/')[1];
  const folders = isType ? [...allowed.folders, ...(allowed.types ?? [])] : allowed.folders;
  return (folders.includes('*') || folders.includes(folder)) && !reachesOtherAction
    ? undefined
    : `${file} imports ${target}`;
}
