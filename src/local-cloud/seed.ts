import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { parseDocument } from 'yaml';
import { AwsError, type CloudService } from './contract.js';
import { type SeedKind, type SeedRules, seedKinds } from './seed-kinds.js';
import { SeedNames } from './seed-names.js';

/** A seed that cannot be created. The message names the file, the entry and the problem, one a line. */
export class SeedError extends Error {}

export interface Created {
  readonly kind: SeedKind;
  readonly name: string;
  readonly arn: string;
  /** Listeners: where requests go in truth. */
  readonly url?: string;
}

/** What seeding needs of the cloud. */
export interface SeededCloud {
  arn(service: string, resource: string): string;
  invoke(
    service: CloudService['id'],
    operation: string,
    request: unknown,
    as?: { readonly accountId?: string; readonly region?: string },
  ): Promise<unknown>;
  sluice(path: string, body: Record<string, unknown>): Promise<unknown>;
  address(listenerArn: string): { host: string; port: number } | undefined;
}

type Entry = Readonly<Record<string, unknown>>;

/**
 * Creates what the files list, each entry by the very operation it would take on AWS and in an order in which
 * everything named exists. A later file sees the names of the earlier ones.
 *
 * @throws SeedError
 */
export async function seed(cloud: SeededCloud, files: readonly string[]): Promise<Created[]> {
  const names = new SeedNames();
  const created: Created[] = [];
  for (const file of files) {
    const lists = await readSeed(file);
    for (const kind of Object.keys(seedKinds) as SeedKind[]) {
      for (const [i, entry] of (lists.get(kind) ?? []).entries()) {
        created.push(await create(cloud, names, file, kind, i, entry));
      }
    }
  }
  return created;
}

async function create(
  cloud: SeededCloud,
  names: SeedNames,
  file: string,
  kind: SeedKind,
  index: number,
  given: Entry,
): Promise<Created> {
  const rules: SeedRules = seedKinds[kind];
  const at = (name: string) => `${file}: ${kind}[${index}]${name === '' ? '' : ` (${name})`}`;
  const entry = kind === 'taskDefinitions' ? await inlined(file, given, at('')) : given;
  const name = rules.name(entry);
  const { name: own, ...withoutName } = entry;
  const resolved = names.resolve(rules.isNamedByName === true && own !== undefined ? withoutName : entry);
  if (resolved.problems.length > 0) throw new SeedError(resolved.problems.map((p) => `${at(name)}: ${p}`).join('\n'));
  try {
    const operation = rules.operation(entry);
    const request = withTextDocuments(resolved.value as Entry);
    const answer =
      rules.isAdmin === true
        ? await cloud.sluice(`${rules.service}/${operation}`, request)
        : await invoke(cloud, rules, operation, request);
    const arn = rules.arn(answer, entry, cloud);
    names.add(kind, name, arn);
    const address = kind === 'listeners' ? cloud.address(arn) : undefined;
    return { kind, name, arn, ...(address === undefined ? {} : { url: `http://${address.host}:${address.port}` }) };
  } catch (error) {
    if (error instanceof RangeError) throw new SeedError(`${at(name)}: ${error.message}`);
    if (!(error instanceof AwsError)) throw error;
    throw new SeedError(`${at(name)}: ${error.code}: ${error.message}`);
  }
}

/** Who a registry belongs to, and its Region, is told by its entry; all else is of the cloud's own. */
async function invoke(
  cloud: SeededCloud,
  { service, hasPlace }: SeedRules,
  operation: string,
  request: Record<string, unknown>,
): Promise<unknown> {
  if (hasPlace !== true) return cloud.invoke(service, operation, request);
  const { region, ...rest } = request;
  const accountId = rest.registryId;
  return cloud.invoke(service, operation, rest, {
    ...(accountId === undefined ? {} : { accountId: String(accountId) }),
    ...(region === undefined ? {} : { region: String(region) }),
  });
}

/** IAM takes policies, and Secrets Manager values, as JSON texts; a seed may write them out. */
function withTextDocuments(entry: Entry): Record<string, unknown> {
  const isText = (name: string) => name.endsWith('PolicyDocument') || name === 'SecretString';
  return Object.fromEntries(
    Object.entries(entry).map(([name, value]) => [
      name,
      isText(name) && isRecord(value) ? JSON.stringify(value) : value,
    ]),
  );
}

/** Reads a seed file; all that is wrong with its outer shape is told together. */
async function readSeed(file: string): Promise<Map<SeedKind, Entry[]>> {
  const document = await readDocument(file);
  if (!isRecord(document))
    throw new SeedError(`${file}: a seed is a map of lists: ${Object.keys(seedKinds).join(', ')}`);
  const problems: string[] = [];
  const lists = new Map<SeedKind, Entry[]>();
  for (const [key, list] of Object.entries(document)) {
    if (!Object.hasOwn(seedKinds, key)) {
      problems.push(`${file}: unknown key ${key}; there are ${Object.keys(seedKinds).join(', ')}`);
    } else if (!Array.isArray(list)) {
      problems.push(`${file}: ${key} is a list`);
    } else {
      list.forEach((entry, i) => {
        if (!isRecord(entry))
          problems.push(`${file}: ${key}[${i}] is a request in AWS's shape, not ${JSON.stringify(entry)}`);
      });
      lists.set(key as SeedKind, list);
    }
  }
  if (problems.length > 0) throw new SeedError(problems.join('\n'));
  return lists;
}

/** A task definition may stand in a file of its own, as the app's repository has it. */
async function inlined(seedFile: string, entry: Entry, at: string): Promise<Entry> {
  if (entry.file === undefined) return entry;
  const { file, ...others } = entry;
  if (typeof file !== 'string') throw new SeedError(`${at}: file is a path relative to the seed`);
  const document = await readDocument(resolve(dirname(seedFile), file), `${at}: `);
  if (!isRecord(document)) throw new SeedError(`${at}: ${file} is no task definition`);
  return { ...document, ...others };
}

async function readDocument(file: string, at = ''): Promise<unknown> {
  try {
    const document = parseDocument(await readFile(file, 'utf8'), { merge: true });
    // What is only a warning there (a tag that nobody knows) is a slip here, and would be told on stderr with a stack.
    const [wrong] = [...document.errors, ...document.warnings];
    if (wrong !== undefined) throw wrong;
    return document.toJS();
  } catch (error) {
    throw new SeedError(`${at}${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
