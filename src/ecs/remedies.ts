/**
 * What to do about a cause, for whoever is called at night: the first thing to look at, by the words of ECS.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html
 */
const remedies: readonly (readonly [RegExp, string])[] = [
  [/OutOfMemory/, 'give it more memory (input memory, or the memory of the container), or find what takes it'],
  [
    /CannotPullContainer.*(?:descriptor matching platform|no match for platform)/s,
    'build the image for the platform that the task definition asks for (runtimePlatform)',
  ],
  [
    /CannotPullContainer.*(?:AccessDenied|not authorized|no basic auth|denied|403|401)/s,
    'allow the execution role to pull it (ecr:GetAuthorizationToken, ecr:BatchGetImage, ecr:GetDownloadUrlForLayer)',
  ],
  [
    /CannotPullContainer.*(?:timeout|timed out|dial tcp|deadline exceeded|no such host)/s,
    'give the subnets a way to the registry: a NAT gateway, a public address, or VPC endpoints',
  ],
  [/CannotPullContainer/, 'look whether the image is in its registry, under this tag or digest, in this Region'],
  [
    /unable to pull secrets.*(?:AccessDenied|not authorized)/s,
    'allow the execution role to read it (secretsmanager:GetSecretValue or ssm:GetParameters; kms:Decrypt with a key of your own)',
  ],
  [
    /unable to pull secrets.*(?:timeout|timed out|dial tcp|deadline exceeded|no such host)/s,
    'give the subnets a way to Secrets Manager and Systems Manager: a NAT gateway, a public address, or VPC endpoints',
  ],
  [
    /unable to pull secrets/s,
    'look whether the secret or parameter is there under this name (and has this JSON key), in this Region',
  ],
  [
    /validate logger args|log stream|log group/,
    'create the log group, or let ECS do it (awslogs-create-group), and allow the execution role logs:CreateLogStream and logs:PutLogEvents',
  ],
  [
    /failed container health checks/i,
    "run the health check's command in the container; one that starts slowly needs a startPeriod",
  ],
  [
    /failed (?:elb|alb|nlb) health checks|Target\.(?:ResponseCodeMismatch|Timeout|FailedHealthChecks)/i,
    'ask the path of the health check on the port of the target group; one that starts slowly needs healthCheckGracePeriodSeconds',
  ],
  [
    /unable to assume the role/,
    'let the role trust ecs-tasks.amazonaws.com, and the role that deploys pass it (iam:PassRole)',
  ],
  [
    /Capacity is unavailable|RESOURCE:|insufficient (?:cpu|memory|ports)|No Container Instances/i,
    'try again later, or let it run elsewhere as well (capacity-provider-strategy, subnets in other zones, more instances)',
  ],
  [
    /CannotStartContainer|exit code 12[67]\b/,
    'look whether the program that command or entryPoint names is in the image, and may be run',
  ],
];

/** What to do about these causes, each once, in their order; empty when there is nothing to say that they do not say. */
export function whatToDo(causes: readonly string[]): readonly string[] {
  const found = causes.flatMap((cause) => remedies.find(([pattern]) => pattern.test(cause))?.[1] ?? []);
  return [...new Set(found)];
}
