/** A command that a person can paste: every flag that is given, quoted where a shell asks for it. */
export function sluiceCommand(
  command: 'recover' | 'rollback' | 'status',
  flags: Readonly<Record<string, string | readonly string[] | undefined>>,
): string {
  const words = Object.entries(flags).flatMap(([name, value]) =>
    value === undefined ? [] : [value].flat().flatMap((each) => [`--${name}`, quoted(each)]),
  );
  return ['sluice', command, ...words].join(' ');
}

/** The flags that name two services and what leads to them. */
export const routeFlags = (inputs: {
  readonly region: string;
  readonly cluster: string;
  readonly services: readonly string[];
  readonly listenerRuleArn?: string | undefined;
  readonly listenerArn?: string | undefined;
  readonly targetGroups: Readonly<Record<string, string>>;
}) => ({
  region: inputs.region,
  cluster: inputs.cluster,
  services: inputs.services,
  'listener-rule-arn': inputs.listenerRuleArn,
  'listener-arn': inputs.listenerArn,
  'target-groups': Object.entries(inputs.targetGroups).map(([service, arn]) => `${service}=${arn}`),
});

/** Runs what failed of a run of GitHub Actions once more; nothing for what is not such a run. */
export function rerunCommand(runUrl: string): string | undefined {
  const found = /^https?:\/\/(?<host>[^/]+)\/(?<repository>[^/]+\/[^/]+)\/actions\/runs\/(?<id>\d+)/.exec(
    runUrl,
  )?.groups;
  if (found === undefined) return undefined;
  const { host, repository, id } = found;
  // https://cli.github.com/manual/gh_run_rerun
  return `gh run rerun ${id} --failed --repo ${host === 'github.com' ? '' : `${host}/`}${repository}`;
}

/** What `recover` needs to find a deployment: its rule, or its lock where that is not below the usual path. */
export function recoverCommand(where: {
  readonly region: string;
  readonly route: string;
  readonly lockName: string | undefined;
}): string {
  const { region, route, lockName } = where;
  if (lockName !== undefined && !lockName.startsWith('/sluice/')) {
    return sluiceCommand('recover', { region, 'lock-name': lockName });
  }
  return sluiceCommand('recover', {
    region,
    [route.includes(':listener-rule/') ? 'listener-rule-arn' : 'listener-arn']: route,
  });
}

const quoted = (word: string): string => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`);
