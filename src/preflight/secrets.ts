import type { SecretSeen, Simulated } from '../ports/preflight.js';
import { type Answer, answer, answers, notChecked, type Unread } from './answer.js';
import { check, error, note, type PreflightWorld, type Said, type Subject, warning } from './check.js';
import { accountOf } from './principal.js';
import { parameterArn, parameterName, type SecretReference, secretReference } from './secret-reference.js';
import { letsSomebodyIn } from './trust.js';

/** Secrets and parameters of the containers: there, and readable by the execution role. No value is asked for. */

interface Facts {
  /** By the id that was asked for. */
  readonly secrets: ReadonlyMap<string, Answer<SecretSeen | undefined>>;
  /** By Region: the names of those that exist. */
  readonly parameters: ReadonlyMap<string, Answer<readonly string[]>>;
  /** By ARN: whether the execution role may read it. Empty where there is no role to ask for. */
  readonly readable: Answer<ReadonlyMap<string, Readable>>;
}

interface Readable extends Simulated {
  /** Asked only for a secret that no policy of the role lets it read: its own policy may. */
  readonly ownPolicy: Answer<string | undefined> | undefined;
}

export const secrets = check<Facts>({
  name: 'secrets',
  holds: 'the secrets and parameters of the containers exist and may be read by the execution role',
  needs: ['definition'],
  actions: [
    'secretsmanager:DescribeSecret',
    'secretsmanager:GetResourcePolicy',
    'ssm:GetParameters',
    'iam:SimulatePrincipalPolicy',
  ],
  async read(subject, world) {
    const wanted = pointersOf(subject).map(({ to }) => to);
    const ids = new Map(wanted.flatMap((to) => (to.kind === 'secret' ? [[to.id, to.region] as const] : [])));
    const found = await answers([...ids.keys()], (id) => world.secrets.secret(id, ids.get(id) ?? subject.region));
    const names = wanted.flatMap((to) => (to.kind === 'parameter' ? [to] : []));
    const regions = [...new Set(names.map(({ region }) => region))];
    const parameters = await answers(regions, (region) =>
      world.secrets.parameters(
        [...new Set(names.filter((to) => to.region === region).map(({ name }) => name))],
        region,
      ),
    );
    const readable = await answer(() => whatMayBeRead(subject, world, { secrets: found, parameters }));
    return { secrets: found, parameters, readable };
  },
  judge: (subject, facts) => {
    const said = pointersOf(subject).flatMap((pointer) => judgePointer(subject, pointer, facts));
    const { readable } = facts;
    return 'unread' in readable
      ? [...said, notChecked('whether the execution role may read its secrets', readable.unread)]
      : said;
  },
});

interface Pointer {
  readonly container: string;
  readonly name: string;
  readonly valueFrom: string;
  readonly to: SecretReference;
}

function pointersOf({ containers, region }: Pick<Subject, 'containers' | 'region'>): Pointer[] {
  return containers.flatMap(({ name: container, secrets: pointers }) =>
    pointers.map(({ name, valueFrom }) => ({ container, name, valueFrom, to: secretReference(valueFrom, region) })),
  );
}

function judgePointer(subject: Subject, { container, name, valueFrom, to }: Pointer, facts: Facts): Said[] {
  const of = `${name} of container ${container}`;
  if (to.kind === 'unknown') return [note(`${of} points at ${valueFrom}, which was not checked`)];
  if (to.kind === 'secret') {
    const what = `secret ${to.id} (${of})`;
    const found = facts.secrets.get(to.id);
    if (found === undefined) return [];
    if ('unread' in found) return [notChecked(what, found.unread)];
    if (found.seen === undefined) return [error(`${what} does not exist: create it, or mend valueFrom`)];
    if (found.seen.isBeingDeleted) return [error(`${what} is scheduled for deletion, and gives no value any more`)];
    return judgeReadable(what, 'secretsmanager:GetSecretValue', found.seen.arn, facts.readable);
  }
  const what = `parameter ${to.name} (${of})`;
  const found = facts.parameters.get(to.region);
  if (found === undefined) return [];
  if ('unread' in found) return [notChecked(what, found.unread)];
  if (!found.seen.map(parameterName).includes(parameterName(to.name))) {
    return [error(`${what} does not exist in Region ${to.region}: create it, or mend valueFrom`)];
  }
  return judgeReadable(what, 'ssm:GetParameters', arnOf(subject, to), facts.readable);
}

function judgeReadable(what: string, action: string, arn: string, readable: Facts['readable']): Said[] {
  if ('unread' in readable) return [];
  const found = readable.seen.get(arn);
  if (found === undefined || found.decision === 'allowed') return [];
  const cannot = `the execution role may not read ${what}`;
  if (found.decision === 'explicitDeny') return [error(`${cannot}: a policy denies it ${action}`)];
  if (found.missingContext.length > 0) {
    return [warning(`${cannot}, unless ${found.missingContext.join(', ')} is what its policy asks for`)];
  }
  const mend = `allow it ${action} on ${arn}`;
  const { ownPolicy } = found;
  if (ownPolicy === undefined) return [error(`${cannot}: ${mend}`)];
  if ('unread' in ownPolicy)
    return [warning(`${cannot} by its own policies, and that of the secret ${unreadWords(ownPolicy.unread)}`)];
  return ownPolicy.seen !== undefined && letsSomebodyIn(ownPolicy.seen)
    ? [warning(`${cannot} by its own policies: only the policy of the secret itself could let it`)]
    : [error(`${cannot}: ${mend}`)];
}

const unreadWords = ({ action, why }: Unread): string =>
  action === undefined ? `could not be read (${why})` : `could not be read: the role may not call ${action}`;

/** Asks for everything that exists, one question for each action. */
async function whatMayBeRead(
  subject: Subject,
  world: PreflightWorld,
  found: Pick<Facts, 'secrets' | 'parameters'>,
): Promise<ReadonlyMap<string, Readable>> {
  const role = subject.parts.executionRoleArn;
  if (role === undefined || !role.startsWith('arn:')) return new Map();
  const secretArns = [...found.secrets.values()].flatMap((each) =>
    'seen' in each && each.seen !== undefined ? [each.seen.arn] : [],
  );
  const parameterArns = pointersOf(subject).flatMap(({ to }) => {
    if (to.kind !== 'parameter') return [];
    const there = found.parameters.get(to.region);
    const exists =
      there !== undefined && 'seen' in there && there.seen.map(parameterName).includes(parameterName(to.name));
    return exists ? [arnOf(subject, to)] : [];
  });
  const ask = async (action: string, resourceArns: readonly string[]): Promise<readonly Simulated[]> =>
    resourceArns.length === 0
      ? []
      : world.roles.simulate({ principalArn: role, action, resourceArns: [...new Set(resourceArns)], context: {} });
  const [ofSecrets, ofParameters] = await Promise.all([
    ask('secretsmanager:GetSecretValue', secretArns),
    ask('ssm:GetParameters', parameterArns),
  ]);
  const secretsRead = ofSecrets.map(async (one): Promise<readonly [string, Readable]> => {
    const region = one.resourceArn.split(':')[3] ?? subject.region;
    const isOpen = one.decision === 'implicitDeny';
    const ownPolicy = isOpen ? await answer(() => world.secrets.secretPolicy(one.resourceArn, region)) : undefined;
    return [one.resourceArn, { ...one, ownPolicy }];
  });
  return new Map([
    ...(await Promise.all(secretsRead)),
    ...ofParameters.map((one) => [one.resourceArn, { ...one, ownPolicy: undefined }] as const),
  ]);
}

function arnOf({ parts }: Pick<Subject, 'parts'>, to: { readonly name: string; readonly region: string }): string {
  const role = parts.executionRoleArn ?? '';
  return parameterArn(to.name, role.split(':')[1] ?? 'aws', to.region, accountOf(role));
}
