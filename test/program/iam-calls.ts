import { type EvaluationResult, type IAMClient, SimulatePrincipalPolicyCommand } from '@aws-sdk/client-iam';
/** What a call asks for, as IAM sees it: the right, the resources and the context that policies may look at. */
export interface Asked {
  readonly action: string;
  readonly resources: readonly string[];
  readonly context: Readonly<Record<string, string>>;
}

/** A call in the log of the local cloud. */
export interface LoggedCall {
  readonly number: number;
  readonly operation: string;
  readonly principal?: string;
  readonly input?: Readonly<Record<string, unknown>>;
}

/** How the cloud names a service, where IAM has another name for it. */
const prefixes: Readonly<Record<string, string>> = {
  elb: 'elasticloadbalancing',
  autoscaling: 'application-autoscaling',
};

export function actionOf({ operation }: Pick<LoggedCall, 'operation'>): string {
  const [service = '', name = ''] = operation.split(':');
  return `${prefixes[service] ?? service}:${name}`;
}

/**
 * The resources that each right is asked for, by the tables of
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 * Those that are not here cannot be narrowed.
 */
export function askedBy(call: LoggedCall, region: string, account: string): Asked {
  const action = actionOf(call);
  const input = call.input ?? {};
  const one = (name: string): string => String(input[name] ?? '');
  const many = (name: string): string[] => ((input[name] as string[] | undefined) ?? []).map(String);
  const arn = (service: string, rest: string): string => `arn:aws:${service}:${region}:${account}:${rest}`;
  const named = (service: string, kind: string) => (name: string) =>
    name.startsWith('arn:') ? name : arn(service, `${kind}${name}`);
  const cluster = named('ecs', 'cluster/')(one('cluster'));
  const ofCluster = cluster.slice(cluster.lastIndexOf('/') + 1);
  const service = named('ecs', `service/${ofCluster}/`);
  const parameter = (name: string): string => arn('ssm', `parameter/${name.replace(/^\//, '')}`);
  const inCluster = { 'ecs:cluster': cluster };
  const of: Readonly<Record<string, () => Pick<Asked, 'resources'> & Partial<Asked>>> = {
    'ecs:DescribeClusters': () => ({ resources: many('clusters').map(named('ecs', 'cluster/')) }),
    'ecs:DescribeServices': () => ({ resources: many('services').map(service) }),
    'ecs:ListServiceDeployments': () => ({ resources: [service(one('service'))] }),
    'ecs:UpdateService': () => ({ resources: [service(one('service'))] }),
    'ecs:DescribeServiceDeployments': () => ({ resources: many('serviceDeploymentArns') }),
    'ecs:StopServiceDeployment': () => ({ resources: [one('serviceDeploymentArn')] }),
    'ecs:DescribeServiceRevisions': () => ({ resources: many('serviceRevisionArns') }),
    'ecs:ListTasks': () => ({ resources: ['*'], context: inCluster }),
    'ecs:DescribeTasks': () => ({
      resources: many('tasks').map(named('ecs', `task/${ofCluster}/`)),
      context: inCluster,
    }),
    'ecs:StopTask': () => ({ resources: [named('ecs', `task/${ofCluster}/`)(one('task'))], context: inCluster }),
    'ecs:RunTask': () => ({
      resources: [named('ecs', 'task-definition/')(one('taskDefinition'))],
      context: inCluster,
    }),
    'ssm:PutParameter': () => ({ resources: [parameter(one('Name'))] }),
    'ssm:GetParameter': () => ({ resources: [parameter(one('Name'))] }),
    'ssm:DeleteParameter': () => ({ resources: [parameter(one('Name'))] }),
    'ssm:GetParametersByPath': () => ({ resources: [parameter(one('Path'))] }),
    'ssm:GetParameters': () => ({
      resources: many('Names').map((name) => (name.startsWith('arn:') ? name : parameter(name))),
    }),
    'logs:GetLogEvents': () => ({
      resources: [arn('logs', `log-group:${one('logGroupName')}:log-stream:${one('logStreamName')}`)],
    }),
    'ecr:DescribeRepositories': () => ({
      resources: many('repositoryNames').map((name) => arn('ecr', `repository/${name}`)),
    }),
    'ecs:ListServices': () => ({ resources: ['*'], context: inCluster }),
    'sts:AssumeRole': () => ({ resources: [one('RoleArn')] }),
    'iam:GetRole': () => ({ resources: [`arn:aws:iam::${account}:role/${one('RoleName')}`] }),
    'iam:SimulatePrincipalPolicy': () => ({ resources: [one('PolicySourceArn')] }),
    'secretsmanager:DescribeSecret': () => ({ resources: [one('SecretId')] }),
    'secretsmanager:GetResourcePolicy': () => ({ resources: [one('SecretId')] }),
  };
  // Every other call of ECR that names a repository is asked for on that.
  const isOfRepository = action.startsWith('ecr:') && one('repositoryName') !== '';
  const others = isOfRepository ? [arn('ecr', `repository/${one('repositoryName')}`)] : ['*'];
  return { action, context: {}, ...(of[action]?.() ?? { resources: others }) };
}

/** Everything that its policies do not let a role do. */
export async function refusedTo(iam: IAMClient, roleArn: string, asked: readonly Asked[]): Promise<string[]> {
  const distinct = [...new Map(asked.map((each) => [JSON.stringify(each), each])).values()];
  const results = await Promise.all(
    distinct.map(async ({ action, resources, context }) => {
      const { EvaluationResults = [] } = await iam.send(
        new SimulatePrincipalPolicyCommand({
          PolicySourceArn: roleArn,
          ActionNames: [action],
          ResourceArns: [...resources],
          ContextEntries: Object.entries(context).map(([ContextKeyName, value]) => ({
            ContextKeyName,
            ContextKeyType: 'string' as const,
            ContextKeyValues: [value],
          })),
        }),
      );
      return EvaluationResults.filter(({ EvalDecision }: EvaluationResult) => EvalDecision !== 'allowed').map(
        ({ EvalDecision, EvalResourceName }: EvaluationResult) => `${action} ${EvalResourceName}: ${EvalDecision}`,
      );
    }),
  );
  return results.flat().sort();
}
