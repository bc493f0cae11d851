import type { Stage } from '../../ports/journal.js';
import type { Report } from '../../ports/report.js';
import type { Plan } from './plan.js';

/** What `main` leaves for `post`: enough to finish, nothing secret. */
export interface Kept {
  readonly stage: Stage | 'ended';
  readonly holder: string;
  readonly blue?: { readonly service: string; readonly targetGroupArn: string };
  readonly green?: {
    readonly service: string;
    readonly targetGroupArn: string;
    readonly desiredBefore: number;
    readonly taskDefinitionBefore: string;
  };
}

const name = 'shift';

export function keepForPost(report: Report, stage: Kept['stage'], holder: string, plan: Plan | undefined): void {
  const { service, targetGroupArn } = plan?.blue ?? {};
  const blue = service === undefined || targetGroupArn === undefined ? {} : { blue: { service, targetGroupArn } };
  report.keep(
    name,
    JSON.stringify({ stage, holder, ...blue, ...(plan === undefined ? {} : { green: plan.green }) } satisfies Kept),
  );
}

/** What was kept, if it can be read. */
export function keptFrom(saved: (name: string) => string | undefined): Kept | undefined {
  const text = saved(name);
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text) as Kept;
  } catch {
    return undefined;
  }
}
