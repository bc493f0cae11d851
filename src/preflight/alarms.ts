import type { AlarmSeen } from '../ports/evidence.js';
import { checkAlarms } from '../verdict/alarms.js';
import { type Answer, answer, notChecked } from './answer.js';
import { check, error, type Said, type Subject, warning } from './check.js';

/** The alarms that are to speak for the new version, and those by which ECS itself rolls back. */
export const alarms = check<Answer<readonly AlarmSeen[]>>({
  name: 'alarms',
  holds: 'the alarms exist, are not in ALARM already, and have data',
  needs: [],
  actions: ['cloudwatch:DescribeAlarms'],
  read: async (subject, { alarms: reader }) => {
    const names = [...new Set([...subject.alarms, ...ofEcs(subject)])];
    return answer(async () => (names.length === 0 ? [] : reader.alarms(names)));
  },
  judge(subject, found): Said[] {
    const { alarms: given } = subject;
    const own = ofEcs(subject).filter((name) => !given.includes(name));
    if (given.length + own.length === 0) return [];
    if ('unread' in found) return [notChecked(`alarms ${[...given, ...own].join(', ')}`, found.unread)];
    const { refusals, warnings, on } = checkAlarms(given, found.seen);
    return [
      ...[...refusals, ...on.values()].map(error),
      ...warnings.map(warning),
      ...own.flatMap((name) => judgeOfEcs(subject.service, name, found.seen)),
    ];
  },
});

const ofEcs = ({ serviceSeen }: Subject): readonly string[] => serviceSeen?.alarms ?? [];

/**
 * One that is in ALARM when a deployment begins keeps ECS from looking at any for as long as it takes.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-alarm-failure.html
 */
function judgeOfEcs(service: string, name: string, seen: readonly AlarmSeen[]): Said[] {
  const alarm = seen.find((candidate) => candidate.name === name);
  const of = `alarm ${name}, by which ECS is to roll service ${service} back,`;
  if (alarm === undefined) return [warning(`${of} does not exist in this account and Region`)];
  if (alarm.state === 'ALARM') {
    return [warning(`${of} is in ALARM already: ECS does not watch its alarms in a deployment that begins so`)];
  }
  return [];
}
