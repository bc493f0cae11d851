import type { RoleReader, RoleSeen, Simulated } from '../ports/preflight.js';
import { type Answer, answer, answers, notChecked } from './answer.js';
import { check, error, type Said, type Subject, warning } from './check.js';
import { runsOnFargate } from './definition.js';
import { ecrImage } from './image-reference.js';
import { accountOf, principalOf, roleName } from './principal.js';
import { isTrusted } from './trust.js';

/** The roles of the task: there, taken by ECS tasks, and the caller may hand them over. */

const ecsTasks = 'ecs-tasks.amazonaws.com';

interface Facts {
  readonly account: Answer<string>;
  /** By what the definition says. */
  readonly roles: ReadonlyMap<string, Answer<RoleSeen | undefined>>;
  /** Undefined when the caller has no policies that could be asked. */
  readonly passing: Answer<readonly Simulated[] | undefined>;
}

export const roles = check<Facts>({
  name: 'roles',
  holds:
    'the execution role and the task role exist, trust ecs-tasks.amazonaws.com, and may be passed by whoever deploys',
  needs: ['definition'],
  // sts:GetCallerIdentity needs no permission.
  // https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html
  actions: ['iam:GetRole', 'iam:SimulatePrincipalPolicy'],
  async read(subject, world) {
    const wanted = [...new Set(rolesOf(subject).map(({ given }) => given))];
    const account = await answer(async () => accountOf(await world.roles.caller()));
    const found = await answers(wanted, (given) => world.roles.role(roleName(given)));
    const arns = [...found].flatMap(([given, each]) => {
      if ('seen' in each) return each.seen?.arn ?? [];
      return given.startsWith('arn:') ? given : [];
    });
    const passing = await answer(async () => (arns.length === 0 ? [] : mayPass(arns, subject, world.roles)));
    return { account, roles: found, passing };
  },
  judge(subject, facts) {
    return [
      ...judgeNeed(subject),
      ...rolesOf(subject).flatMap((role) => judgeRole(role, facts)),
      ...judgePassing(subject, facts),
    ];
  },
});

interface Role {
  readonly kind: 'execution role' | 'task role';
  readonly given: string;
}

function rolesOf({ parts }: Pick<Subject, 'parts'>): Role[] {
  const { executionRoleArn, taskRoleArn } = parts;
  return [
    ...(executionRoleArn === undefined ? [] : [{ kind: 'execution role', given: executionRoleArn } as const]),
    ...(taskRoleArn === undefined ? [] : [{ kind: 'task role', given: taskRoleArn } as const]),
  ];
}

/**
 * What cannot be done without an execution role.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html
 */
function judgeNeed({ parts, containers, serviceSeen }: Subject): Said[] {
  if (parts.executionRoleArn !== undefined) return [];
  const isFargate = runsOnFargate(parts, serviceSeen);
  const needs = [
    ...(containers.some(({ secrets }) => secrets.length > 0) ? ['to read its secrets'] : []),
    ...(isFargate && containers.some(({ image }) => ecrImage(image) !== undefined) ? ['to pull from ECR'] : []),
    ...(isFargate && containers.some(({ logDriver }) => logDriver === 'awslogs') ? ['to write to its log group'] : []),
  ];
  return needs.length === 0
    ? []
    : [error(`task definition ${parts.family} has no executionRoleArn, which it needs ${needs.join(', ')}`)];
}

function judgeRole({ kind, given }: Role, { account, roles: found }: Facts): Said[] {
  const role = found.get(given);
  const what = `${kind} ${given}`;
  const own = 'seen' in account ? account.seen : '';
  const foreign = given.startsWith('arn:') && own !== '' && accountOf(given) !== own;
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html
  if (foreign)
    return [error(`${what} is of account ${accountOf(given)}: ECS takes only roles of its own account, ${own}`)];
  if (role === undefined) return [];
  if ('unread' in role) return [notChecked(what, role.unread)];
  if (role.seen === undefined) return [error(`${what} does not exist in this account`)];
  // The path is part of the ARN: the role of that name may be another one.
  if (given.startsWith('arn:') && role.seen.arn !== given) {
    return [error(`${what} does not exist: the role of that name is ${role.seen.arn}`)];
  }
  const trusted = isTrusted(role.seen.trustPolicy, ecsTasks);
  if (trusted === undefined) return [warning(`the trust policy of ${what} could not be read`)];
  return trusted
    ? []
    : [
        error(
          `${what} does not trust ${ecsTasks}: no task can take it; allow that service sts:AssumeRole in its trust policy`,
        ),
      ];
}

function judgePassing({ parts, deployRole }: Subject, { passing, roles: found }: Facts): Said[] {
  if (found.size === 0) return [];
  if ('unread' in passing) return [notChecked('whether the roles may be passed (iam:PassRole)', passing.unread)];
  if (passing.seen === undefined) {
    return [
      warning('whether the roles may be passed (iam:PassRole) could not be checked: the caller is no role and no user'),
    ];
  }
  return passing.seen.flatMap(({ resourceArn, decision, missingContext }) => {
    if (decision === 'allowed') return [];
    const who = deployRole === undefined ? 'the caller' : `role ${deployRole}`;
    const what = `${who} may not pass role ${resourceArn} to ECS tasks, and so not register task definition ${parts.family}`;
    return decision === 'implicitDeny' && missingContext.length > 0
      ? [warning(`${what}, unless ${missingContext.join(', ')} is what its policy asks for`)]
      : [error(`${what}: ${decision === 'explicitDeny' ? 'a policy denies' : 'no policy allows'} it iam:PassRole`)];
  });
}

async function mayPass(
  arns: readonly string[],
  { deployRole }: Pick<Subject, 'deployRole'>,
  reader: RoleReader,
): Promise<readonly Simulated[] | undefined> {
  const principalArn = deployRole ?? (await callerArn(reader));
  if (principalArn === 'root') return [];
  if (principalArn === undefined) return undefined;
  const context = { 'iam:PassedToService': ecsTasks };
  return reader.simulate({ principalArn, action: 'iam:PassRole', resourceArns: arns, context });
}

/** Undefined for a caller without policies of its own, such as a federated user. */
async function callerArn(reader: RoleReader): Promise<string | undefined> {
  const principal = principalOf(await reader.caller());
  if (principal.kind === 'root') return 'root';
  if (principal.kind === 'other') return undefined;
  if (principal.kind === 'user') return principal.arn;
  // STS tells a role without its path, and the simulation wants it with; most roles have none.
  const role = await reader.role(principal.name).catch(() => undefined);
  return role?.arn ?? principal.arn;
}
