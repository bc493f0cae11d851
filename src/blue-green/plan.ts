import { shortName, type TaskDefinition } from '../ecs/task-definition.js';
import type { NoDataPolicy, Step } from '../shift/state.js';
import { formatDuration } from '../spec/duration.js';
import type { LatencyLimit } from '../verdict/latency.js';
import { latencyVisibilityOf } from '../verdict/latency-visibility.js';
import type { Query } from '../verdict/queries.js';
import { visibilityOf } from '../verdict/visibility.js';
import { counted } from './words.js';

/** What is going to be done, before anything is. Plain data: `dry-run` prints it, the summary shows it, `plan` is its JSON. */
export interface Plan {
  readonly cluster: string;
  readonly region: string;
  readonly route: string;
  readonly blue: {
    readonly service: string;
    readonly targetGroupArn: string;
    readonly taskDefinitionArn: string;
    readonly tasks: number;
  };
  readonly green: {
    readonly service: string;
    readonly targetGroupArn: string;
    readonly desiredBefore: number;
    readonly taskDefinitionBefore: string;
  };
  /** Container → image now and then, where it changes. */
  readonly images: readonly { readonly container: string; readonly from: string; readonly to: string }[];
  /** What green will run: a definition to register, or a registered one. */
  readonly taskDefinition: { readonly register: TaskDefinition } | { readonly arn: string };
  /** Green's target group must be put into the rule (weight 0) first. */
  readonly attachGreen: boolean;
  /** How many tasks green starts. */
  readonly tasks: number;
  readonly minHealthyTargets: number;
  readonly steps: readonly Step[];
  readonly alarms: readonly string[];
  readonly probe: string | null;
  /** Prometheus queries: what is asked, and what must hold of the answer. */
  readonly queries: readonly Query[];
  /** Green against blue; null when it is not wanted. */
  readonly compare: {
    readonly tolerance: number;
    /** The probability of a false alarm in the whole shift, by errors and response times together. */
    readonly alpha: number;
    /** Response times, when they are to be compared. */
    readonly latency: LatencyLimit | null;
    readonly minRequests: number;
    readonly onNoData: NoDataPolicy;
    readonly noDataLimitMs: number;
    /** Requests a second to both sides in the last quarter of an hour; null when it could not be read. */
    readonly usualPerSecond: number | null;
  } | null;
  readonly keepOldMs: number | 'forever';
  readonly drainMs: number;
  readonly warnings: readonly string[];
}

/** The plan for programs. Of a definition that is to be registered only the family: its environment may hold what is nobody's business. */
export function planJson(plan: Plan): string {
  const { taskDefinition } = plan;
  const shown = 'register' in taskDefinition ? { register: taskDefinition.register.family } : taskDefinition;
  return JSON.stringify({ ...plan, taskDefinition: shown });
}

/** `shop@sha256:0f3a5c7e9b1d`: the name and as much of the digest as tells two apart. */
export function shortImage(image: string): string {
  const name = image.slice(image.lastIndexOf('/') + 1);
  return name.replace(/(@sha256:[0-9a-f]{12})[0-9a-f]+$/, '$1');
}

/** What is asked and not how it was written: that is what a reader can try in Prometheus himself. */
function queryInWords({ name, text, expression, holds, threshold, forMs }: Query): string {
  const lasting = forMs === 0 ? '' : ` (a breach of less than ${formatDuration(forMs)} is a doubt)`;
  return `query ${name === text ? '' : `${name}: `}${expression} must be ${holds} ${threshold}${lasting}`;
}

/** The plan in plain words, a line for each deed. */
export function planLines(plan: Plan): string[] {
  const { blue, green } = plan;
  const watched = [
    ...plan.alarms.map((name) => `alarm ${name}`),
    `at least ${counted(plan.minHealthyTargets, 'healthy target')}`,
    'the deployment',
    'stopped tasks',
    ...(plan.probe === null ? [] : [`probe ${plan.probe}`]),
    ...plan.queries.map(queryInWords),
    ...(plan.compare === null ? [] : [comparedInWords(plan.compare)]),
  ];
  return [
    `${blue.service} is live (${counted(blue.tasks, 'task')} of ${shortName(blue.taskDefinitionArn)}); ${green.service} takes the new version`,
    ...plan.images.map(({ container, from, to }) => `image of ${container}: ${shortImage(from)} → ${shortImage(to)}`),
    'register' in plan.taskDefinition
      ? `register a new revision of task definition ${plan.taskDefinition.register.family}`
      : `use task definition ${shortName(plan.taskDefinition.arn)} as it is`,
    ...(plan.attachGreen ? [`put the target group of ${green.service} into the ${plan.route} with weight 0`] : []),
    `start ${counted(plan.tasks, 'task')} of it in ${green.service}; wait until the deployment is complete and ${counted(plan.minHealthyTargets, 'target')} ${plan.minHealthyTargets === 1 ? 'is' : 'are'} healthy`,
    ...plan.steps.map((step, i) => {
      const { weight, bakeMs } = step;
      const what =
        i === plan.steps.length - 1
          ? `${weight} % to ${green.service}, watched for ${formatDuration(bakeMs) || '0s'} with ${blue.service} still at full size`
          : `${weight} % to ${green.service}, healthy for ${formatDuration(bakeMs) || '0s'}`;
      return `${what}${needed(plan)}${visible(plan, step)}`;
    }),
    keepOld(plan),
    `watched all the time: ${watched.join('; ')}. Anything bad sends everything back to ${blue.service} at once`,
  ];
}

function comparedInWords({ tolerance, latency }: NonNullable<Plan['compare']>): string {
  const times =
    latency === null
      ? ''
      : `, at most ${latency.factor} times its response times or ${formatDuration(latency.floorMs)} more`;
  return `green against blue (at most ${tolerance} times its errors${times})`;
}

/** What the comparison can see at a step, at the traffic there is. */
function visible({ compare }: Plan, step: Step): string {
  if (compare === null || compare.usualPerSecond === null || step.bakeMs === 0) return '';
  if (compare.usualPerSecond > 0) {
    return `; ${[visibilityOf(step, compare.usualPerSecond), ...latencyVisibilityOf(step, compare)].join('; ')}`;
  }
  return '; without requests, as in the last 15 min, there is nothing to compare';
}

function needed({ compare }: Plan): string {
  if (compare === null || compare.minRequests === 0) return '';
  const after = `${formatDuration(compare.noDataLimitMs)} later`;
  const policy = { hold: 'waits', rollback: `rolled back ${after}`, continue: `goes on by time ${after}` };
  return `, and ${counted(compare.minRequests, 'request')} seen (without: ${policy[compare.onNoData]})`;
}

function keepOld({ keepOldMs, drainMs, blue }: Plan): string {
  if (keepOldMs === 'forever') return `${blue.service} stays as it is`;
  return `${blue.service} stays warm for ${formatDuration(Math.max(keepOldMs, drainMs)) || '0s'}, then is scaled to 0`;
}
