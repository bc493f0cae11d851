import { randomUUID } from 'node:crypto';
import { cancellationBySignal } from '../../github/cancellation.js';
import { fail } from '../../github/fail.js';
import { savedState } from '../../github/files.js';
import { readInputs } from '../../github/inputs.js';
import { runnerReport } from '../../github/report.js';
import { runContext } from '../../github/run-context.js';
import { readWorkspaceFile } from '../../github/workspace.js';
import { systemClock } from '../../system/clock.js';
import { prober } from '../../system/prober.js';
import { keptFrom } from './kept.js';
import { lockName } from './lock.js';
import { prometheus } from '../../system/prometheus.js';
import { finishInterrupted } from './post.js';
import { failureOf } from './result.js';
import { run } from './run.js';
import { type BlueGreenInputs, spec } from './spec.js';
import type { World } from './world.js';

export async function main(): Promise<void> {
  const inputs = readInputs(spec);
  const failure = failureOf(await run(inputs, await world(inputs, randomUUID())));
  if (failure !== undefined) fail(failure);
}

/** After a run that ended by itself there is nothing to do, and nothing is loaded. */
export async function post(): Promise<void> {
  const kept = keptFrom(savedState);
  if (kept === undefined || kept.stage === 'ended') return;
  const inputs = readInputs(spec);
  runnerReport.line(await finishInterrupted(await world(inputs, kept.holder), kept));
}

async function world(inputs: BlueGreenInputs, holder: string): Promise<World> {
  const { awsPorts } = await import('../../aws/index.js');
  const { region, cluster, listenerRuleArn, listenerArn = '' } = inputs;
  const address = listenerRuleArn === undefined ? { listenerArn } : { ruleArn: listenerRuleArn };
  return {
    ...awsPorts({ region, cluster, address, lockName: lockName(inputs) }),
    clock: systemClock(process.env),
    cancellation: cancellationBySignal(),
    report: runnerReport,
    prober,
    readFile: (path) => readWorkspaceFile('task-definition', path),
    run: { holder, url: runContext().runUrl ?? `a run by ${runContext().actor}` },
  };
}
    ...(inputs.prometheusUrl === undefined ? {} : { metricQueries: prometheusOf(inputs, inputs.prometheusUrl) }),

const prometheusOf = (inputs: BlueGreenInputs, url: string) =>
  prometheus({
    url,
    token: inputs.prometheusToken,
    username: inputs.prometheusUsername,
    password: inputs.prometheusPassword,
  });
