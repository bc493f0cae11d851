/** How many calls AWS takes: so many at once, and so many more each second. */
export interface Rate {
  readonly burst: number;
  readonly perSecond: number;
}

const rate = (burst: number, perSecond: number): Rate => ({ burst, perSecond });

/**
 * The buckets of the ECS API, and of what the locks are made of, per account and Region; the actions of one bucket share it.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/request-throttling.html
 */
const buckets: readonly (readonly [Rate, readonly string[]])[] = [
  [rate(50, 20), ['DescribeClusters', 'ListClusters']],
  [rate(20, 1), ['RegisterTaskDefinition', 'DeregisterTaskDefinition']],
  [rate(50, 20), ['DescribeTaskDefinition', 'ListTaskDefinitions', 'ListTaskDefinitionFamilies']],
  [rate(100, 40), ['RunTask', 'StartTask', 'StopTask', 'ExecuteCommand']],
  [rate(100, 20), ['DescribeTasks', 'ListTasks']],
  [rate(50, 5), ['UpdateService', 'CreateService', 'DeleteService']],
  [rate(100, 20), ['DescribeServices', 'ListServices']],
  // StopServiceDeployment is in no bucket of that page; it is taken for one of these.
  [rate(50, 20), ['DescribeServiceDeployments', 'ListServiceDeployments', 'StopServiceDeployment']],
  [rate(50, 20), ['DescribeServiceRevisions']],
  // Parameter Store's default throughput. Of a burst nothing is said, and of other actions neither.
  // https://docs.aws.amazon.com/general/latest/gr/ssm.html#limits_ssm
  [rate(40, 40), ['GetParameter', 'GetParameters', 'PutParameter']],
];

/** The bucket that an action takes its tokens from, or nothing when AWS publishes none. */
export function bucketOf(action: string): { readonly name: string; readonly rate: Rate } | undefined {
  const found = buckets.find(([, actions]) => actions.includes(action));
  return found === undefined ? undefined : { name: found[1][0] ?? action, rate: found[0] };
}
