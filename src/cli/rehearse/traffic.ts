import { messageOf } from '../../ports/message-of.js';
import type { StartedCloud } from '../../testing/cloud.js';
import { Problem } from './problem.js';

/** Before the curtain rises: where clients go, that somebody answers, and that no alarm is on. */

const firstAnswerMs = 30_000;
const calmMs = 30_000;
const lookMs = 100;

/**
 * The real address of the listener that the inputs name, by its own ARN or by that of one of its rules; where they name none,
 * of the only one there is.
 */
export function listenerOf(cloud: StartedCloud, inputs: Readonly<Record<string, string>>): string {
  const rule = inputs['listener-rule-arn'];
  if (rule === undefined && inputs['listener-arn'] === undefined) return onlyListener(cloud);
  const arn =
    rule === undefined
      ? inputs['listener-arn']
      : // arn:…:listener-rule/app/NAME/LB/LISTENER/RULE belongs to arn:…:listener/app/NAME/LB/LISTENER
        rule.replace(':listener-rule/', ':listener/').replace(/\/[^/]*$/, '');
  const found = cloud.created.find((resource) => resource.kind === 'listeners' && resource.arn === arn);
  if (found?.url !== undefined) return found.url;
  throw new Problem(
    `the caller workflow names ${rule ?? arn ?? 'no listener-rule-arn and no listener-arn'}, and the seed file makes no such listener`,
  );
}

function onlyListener({ created }: StartedCloud): string {
  const [only, ...more] = created.filter(({ kind }) => kind === 'listeners');
  if (only?.url === undefined) throw new Problem('the seed file makes no listener, and clients have to ask somewhere');
  if (more.length === 0) return only.url;
  const names = [only, ...more].map(({ name }) => name).join(', ');
  throw new Problem(`the seed file makes several listeners (${names}), and a rehearsal sends its clients to one`);
}

/** Waits until the application answers well; tells which version it is. */
export async function firstAnswer(url: string, headers: Readonly<Record<string, string>>): Promise<string> {
  const until = performance.now() + firstAnswerMs;
  let seen = '';
  while (performance.now() < until) {
    try {
      const response = await fetch(url, { headers });
      await response.arrayBuffer();
      if (response.status < 400) return response.headers.get('x-app-version') ?? '';
      seen = `HTTP ${response.status}`;
    } catch (error) {
      seen = messageOf(error);
    }
    await new Promise((resolve) => setTimeout(resolve, lookMs));
  }
  throw new Problem(`nothing answered well at ${url} within ${firstAnswerMs / 1000} s (last: ${seen})`, 1);
}

/** Waits until no alarm is on any more, which the scenario before may have left so. */
export async function calm(cloud: StartedCloud): Promise<void> {
  const until = performance.now() + calmMs;
  for (;;) {
    const { transitions } = (await cloud.admin('cloudwatch/history')) as {
      transitions: { alarm: string; to: string }[];
    };
    const states = new Map(transitions.map(({ alarm, to }) => [alarm, to]));
    const on = [...states].filter(([, state]) => state === 'ALARM').map(([alarm]) => alarm);
    if (on.length === 0) return;
    if (performance.now() > until) throw new Problem(`alarms are still on: ${on.join(', ')}`, 1);
    await new Promise((resolve) => setTimeout(resolve, lookMs));
  }
}
