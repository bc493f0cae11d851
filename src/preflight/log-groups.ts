import { type Answer, answers, notChecked } from './answer.js';
import { check, error, type Said, type Subject } from './check.js';

/**
 * The log groups that containers write to. A task whose log group is missing does not start.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_awslogs.html
 */
export const logGroups = check<ReadonlyMap<string, Answer<boolean>>>({
  name: 'log-groups',
  holds: 'the log group of every container exists, unless it is to be created by the task (awslogs-create-group)',
  needs: ['definition'],
  actions: ['logs:DescribeLogGroups'],
  read: async (subject, world) => {
    const wanted = new Map(groupsOf(subject).map((group) => [keyOf(group), group]));
    return answers([...wanted.keys()], async (key) => {
      const group = wanted.get(key);
      return group === undefined || world.logGroups.logGroupExists(group.name, group.region);
    });
  },
  judge(subject, exist) {
    return groupsOf(subject).flatMap((group): Said[] => {
      const { container, name, region } = group;
      const found = exist.get(keyOf(group));
      const what = `log group ${name} of container ${container}`;
      if (found === undefined) return [];
      if ('unread' in found) return [notChecked(what, found.unread)];
      return found.seen
        ? []
        : [
            error(
              `${what} does not exist in Region ${region}: create it, or set awslogs-create-group and allow the execution role logs:CreateLogGroup`,
            ),
          ];
    });
  },
});

interface Group {
  readonly container: string;
  readonly name: string;
  readonly region: string;
}

const keyOf = ({ name, region }: Group): string => `${region} ${name}`;

function groupsOf({ containers, region }: Pick<Subject, 'containers' | 'region'>): Group[] {
  return containers.flatMap(({ name: container, logDriver, logOptions }) => {
    const name = logOptions['awslogs-group'] ?? '';
    const creates = logOptions['awslogs-create-group'] === 'true';
    if (logDriver !== 'awslogs' || name === '' || creates) return [];
    return [{ container, name, region: logOptions['awslogs-region'] || region }];
  });
}
