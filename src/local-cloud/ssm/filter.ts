import { AwsError } from '../contract.js';
import type { Parameter } from './parameter.js';

/** Filters of DescribeParameters: https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_ParameterStringFilter.html */
export function passes(
  parameter: Parameter,
  { Key, Option, Values }: { Key?: string | undefined; Option: string; Values?: string[] | undefined },
): boolean {
  const version = parameter.versions.at(-1)!;
  const subject =
    Key === 'Name'
      ? parameter.name
      : Key === 'Type'
        ? version.type
        : Key === 'Tier'
          ? version.tier
          : Key === 'Path'
            ? parameter.name
            : undefined;
  if (Key?.startsWith('tag:')) {
    const value = parameter.tags.get(Key.slice(4));
    return value !== undefined && (Values === undefined || Values.includes(value));
  }
  if (subject === undefined) throw new AwsError('InvalidFilterKey', `The specified filter key ${Key} is not valid.`);
  return (Values ?? []).some((value) => {
    if (Key === 'Path') {
      const prefix = value.endsWith('/') ? value : `${value}/`;
      const rest = subject.startsWith(prefix) ? subject.slice(prefix.length) : undefined;
      return rest !== undefined && (Option === 'Recursive' || !rest.includes('/'));
    }
    if (Option === 'BeginsWith') return subject.startsWith(value);
    if (Option === 'Contains') return subject.includes(value);
    return subject === value;
  });
}
