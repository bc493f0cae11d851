import type { DiffLine } from '../../ecs/task-definition-diff.js';
import type { DefinitionRequest, DefinitionWorld } from '../../ecs/task-definition-source.js';
import { AccessError } from '../../ports/access-error.js';
import { type Finding, look, type PreflightWorld } from '../../preflight/preflight.js';
import { compose } from './compose.js';
import type { ServiceInputs } from './spec.js';

export type PreflightActionWorld = PreflightWorld & DefinitionWorld;

export interface PreflightResult {
  readonly outcome: 'passed' | 'failed';
  readonly findings: readonly Finding[];
  /** Names of the checks that were left out, because what they are about is not there or not known. */
  readonly leftOut: readonly string[];
  /** Undefined when it cannot be said what would change. */
  readonly diff: readonly DiffLine[] | undefined;
}

/**
 * Looks at everything and changes nothing.
 *
 * @throws AccessError when AWS does not take the credentials at all
 */
export async function run(
  inputs: ServiceInputs,
  request: DefinitionRequest,
  world: PreflightActionWorld,
): Promise<PreflightResult> {
  const { cluster, service, region, alarms, whenBusy, deployRole } = inputs;
  const liveArn = await liveDefinition(inputs, world);
  const composed = await composedOrTold(request, liveArn, world);
  const { findings: looked, leftOut } = await look(
    {
      cluster,
      service,
      region,
      definition: composed.definition,
      alarms,
      whenBusy,
      deployRole: deployRole ?? inputs.roleToAssume,
    },
    world,
  );
  const findings = [...composed.findings, ...looked.map((finding) => withDeployRole(finding, deployRole))];
  return {
    outcome: findings.some(({ level }) => level === 'error') ? 'failed' : 'passed',
    findings,
    leftOut,
    diff: composed.diff,
  };
}

/** A role that only looks is not the one that deploys. */
function withDeployRole(finding: Finding, deployRole: string | undefined): Finding {
  if (deployRole !== undefined || finding.level !== 'error' || !/ iam:PassRole$/.test(finding.what)) return finding;
  return { ...finding, what: `${finding.what}; when another role deploys, name it in deploy-role` };
}

/** Whether it is there and may be read is for the checks to tell. */
async function liveDefinition(
  { cluster, service }: Pick<ServiceInputs, 'cluster' | 'service'>,
  { clusters }: Pick<PreflightWorld, 'clusters'>,
): Promise<string | undefined> {
  const seen = await clusters.service(cluster, service).catch((error: unknown) => {
    if (error instanceof AccessError && error.detail.kind !== 'denied') throw error;
  });
  return seen === undefined || seen.status === 'INACTIVE' ? undefined : seen.taskDefinitionArn;
}

/** Without the right to read a task definition there is nothing to compare with, and the rest is looked at all the same. */
async function composedOrTold(request: DefinitionRequest, liveArn: string | undefined, world: DefinitionWorld) {
  try {
    return await compose(request, liveArn, world);
  } catch (error) {
    if (!(error instanceof AccessError) || error.detail.kind !== 'denied') throw error;
    const what = `the task definition could not be read: the role may not call ${error.detail.action}; allow it to have the containers, images, roles and secrets checked`;
    const finding: Finding = { level: 'warning', check: 'task-definition', what };
    return { definition: undefined, diff: undefined, findings: [finding] };
  }
}
