/** A difference between moto and the local cloud that somebody has judged. */
export interface KnownDifference {
  /** `step › member`, with all that is below the member; `*` stands for any part of a step's or a member's name. */
  readonly at: string;
  readonly right: 'ours' | 'moto' | 'both';
  readonly why: string;
  /** The page that decides. */
  readonly page: string;
}

export function isAt(known: KnownDifference, at: string): boolean {
  const pattern = known.at
    .split('*')
    .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
    .join('[^›]*');
  return new RegExp(`^${pattern}($|\\.)`).test(at);
}

const ecs = 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_';
const elb = 'https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_';
const cloudwatch = 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_';
const ssm = 'https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_';
const iam = 'https://docs.aws.amazon.com/IAM/latest/APIReference/API_';
const ecr = 'https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_';
const secrets = 'https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_';
const sts = 'https://docs.aws.amazon.com/STS/latest/APIReference/API_';

export const known: readonly KnownDifference[] = [
  {
    at: 'sts: who am I › answer.Arn',
    right: 'ours',
    why: "a user's ARN is one of IAM; only assumed roles have one of STS",
    page: `${sts}GetCallerIdentity.html`,
  },
  {
    at: 'sts: who am I › answer.UserId',
    right: 'ours',
    why: "a user's unique id begins with AIDA; AKIA begins an access key",
    page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids',
  },
  {
    at: 'ssm: read version 1 › answer.Parameter.Selector',
    right: 'ours',
    why: 'the selector with which the parameter was read is told',
    page: `${ssm}Parameter.html`,
  },
  {
    at: 'ssm: read a version that is not › error.message',
    right: 'moto',
    why: 'moto names the parameter in the message; the page has the error, not its words',
    page: `${ssm}GetParameter.html`,
  },
  {
    at: 'ecs: * › answer.taskDefinition.containerDefinitions.0.portMappings.0.hostPort',
    right: 'ours',
    why: 'with awsvpc the host port is the container port where it is left out',
    page: `${ecs}PortMapping.html`,
  },
  {
    at: 'ecs: * › answer.taskDefinition.containerDefinitions.0.portMappings.0.protocol',
    right: 'ours',
    why: 'the default protocol is tcp',
    page: `${ecs}PortMapping.html`,
  },
  {
    at: 'ecs: * › answer.taskDefinition.registeredAt',
    right: 'ours',
    why: 'a task definition tells when it was registered',
    page: `${ecs}TaskDefinition.html`,
  },
  {
    at: 'ecs: * › answer.taskDefinition.registeredBy',
    right: 'ours',
    why: 'a task definition tells who registered it',
    page: `${ecs}TaskDefinition.html`,
  },
  {
    at: 'ecs: deregister › answer.taskDefinition.deregisteredAt',
    right: 'ours',
    why: 'a deregistered task definition tells since when it is',
    page: `${ecs}TaskDefinition.html`,
  },
  {
    at: 'ecs: register without containers › *',
    right: 'ours',
    why: 'container definitions are required; moto registers an empty list',
    page: `${ecs}RegisterTaskDefinition.html`,
  },
  {
    at: 'ecs: * › answer.service*.createdAt',
    right: 'ours',
    why: 'a service tells when it was created',
    page: `${ecs}Service.html`,
  },
  {
    at: 'ecs: * › answer.service*.createdBy',
    right: 'ours',
    why: 'a service tells who created it',
    page: `${ecs}Service.html`,
  },
  {
    at: 'ecs: * › answer.service*.currentServiceDeployment',
    right: 'ours',
    why: 'a service names its ongoing service deployment',
    page: `${ecs}Service.html`,
  },
  {
    at: 'ecs: * › answer.service*.currentServiceRevisions',
    right: 'ours',
    why: 'a service names its current revisions',
    page: `${ecs}Service.html`,
  },
  {
    at: 'ecs: * › answer.service*.deploymentConfiguration',
    right: 'ours',
    why: 'moto drops the deployment configuration',
    page: `${ecs}Service.html`,
  },
  {
    at: 'ecs: * › answer.service*.platformFamily',
    right: 'ours',
    why: 'the platform family is an operating system; FARGATE is a launch type',
    page: `${ecs}Deployment.html`,
  },
  {
    at: 'ecs: * › answer.service*.platformVersion',
    right: 'ours',
    why: 'the platform version is LATEST where none is given',
    page: `${ecs}CreateService.html`,
  },
  {
    at: 'ecs: * › answer.service*.enableECSManagedTags',
    right: 'ours',
    why: 'a service tells whether its tasks get managed tags',
    page: `${ecs}Service.html`,
  },
  {
    at: 'ecs: * › answer.service*.enableExecuteCommand',
    right: 'ours',
    why: 'a service tells whether commands can be executed in its tasks',
    page: `${ecs}Service.html`,
  },
  {
    at: 'ecs: * › answer.service*.deployments.0.rolloutState',
    right: 'ours',
    why: 'a deployment begins IN_PROGRESS and is COMPLETED when the service has reached a steady state',
    page: `${ecs}Deployment.html`,
  },
  {
    at: 'ecs: * › answer.service*.deployments.0.rolloutStateReason',
    right: 'ours',
    why: 'the reason belongs to the state',
    page: `${ecs}Deployment.html`,
  },
  {
    at: 'ecs: * › answer.service.deployments.0.taskDefinition',
    right: 'ours',
    why: 'the primary deployment is that of the most recent task definition; moto keeps the old one in it',
    page: `${ecs}Deployment.html`,
  },
  {
    at: 'ecs: * › answer.service.deployments.1',
    right: 'ours',
    why: 'the deployment before is ACTIVE until it is replaced',
    page: `${ecs}Deployment.html`,
  },
  {
    at: 'ecs: * › answer.service.taskDefinition',
    right: 'ours',
    why: "a service's task definition is an ARN",
    page: `${ecs}Service.html`,
  },
  {
    at: 'ecs: describe services › answer.failures.0.arn',
    right: 'ours',
    why: "a service's ARN holds its cluster's name",
    page: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-account-settings.html#ecs-resource-ids',
  },
  {
    at: 'ecs: update to an unknown revision › error.message',
    right: 'both',
    why: 'both are a ClientException; the page does not tell its words',
    page: `${ecs}UpdateService.html`,
  },
  {
    at: 'ecs: delete service › answer.service.status',
    right: 'ours',
    why: 'a deleted service is DRAINING until its tasks are gone, then INACTIVE',
    page: `${ecs}DeleteService.html`,
  },
  {
    at: 'elb: create load balancer › answer.LoadBalancers.0.Scheme',
    right: 'ours',
    why: 'the default scheme is internet-facing',
    page: `${elb}CreateLoadBalancer.html`,
  },
  {
    at: 'elb: describe an unknown load balancer › error.message',
    right: 'both',
    why: 'both are LoadBalancerNotFound; the page does not tell its words',
    page: `${elb}DescribeLoadBalancers.html`,
  },
  {
    at: 'elb: * › answer.Listeners.0.SslPolicy',
    right: 'ours',
    why: 'only HTTPS and TLS listeners have a security policy',
    page: `${elb}Listener.html`,
  },
  {
    at: 'elb: describe listeners › answer.Listeners.1',
    right: 'ours',
    why: 'creating a listener is idempotent: the same settings again make no second one',
    page: `${elb}CreateListener.html`,
  },
  {
    at: 'elb: * › answer.Rules.0.Conditions.0.PathPatternConfig',
    right: 'ours',
    why: "a path condition is told in its own structure, however it was given (the CLI reference's example shows it)",
    page: 'https://docs.aws.amazon.com/cli/latest/reference/elbv2/describe-rules.html#examples',
  },
  {
    at: 'elb: the same priority again › error.message',
    right: 'both',
    why: 'both are PriorityInUse; the page does not tell its words',
    page: `${elb}CreateRule.html`,
  },
  {
    at: 'elb: describe rules › answer.Rules.1.RuleArn',
    right: 'ours',
    why: "the id in a rule's ARN is 16 hexadecimal digits; moto writes the address of a Python object",
    page: `${elb}DescribeRules.html`,
  },
  {
    at: 'elb: modify attribute › answer.Attributes.*',
    right: 'ours',
    why: 'all attributes of the target group are answered, not only the one that was changed',
    page: 'https://docs.aws.amazon.com/cli/latest/reference/elbv2/modify-target-group-attributes.html#examples',
  },
  {
    at: 'elb: describe attributes › answer.Attributes.load_balancing.*',
    right: 'ours',
    why: 'target groups have this attribute',
    page: `${elb}TargetGroupAttribute.html`,
  },
  {
    at: 'elb: describe attributes › answer.Attributes.stickiness.*',
    right: 'ours',
    why: 'target groups have this attribute',
    page: `${elb}TargetGroupAttribute.html`,
  },
  {
    at: 'elb: describe attributes › answer.Attributes.target_group_health.*',
    right: 'ours',
    why: 'target groups have this attribute',
    page: `${elb}TargetGroupAttribute.html`,
  },
  {
    at: 'elb: describe attributes › answer.Attributes.waf.fail_open.enabled',
    right: 'ours',
    why: 'it is an attribute of load balancers, not of target groups',
    page: `${elb}LoadBalancerAttribute.html`,
  },
  {
    at: 'elb: weight 1000 › *',
    right: 'ours',
    why: 'weights are 0 to 999',
    page: `${elb}TargetGroupTuple.html`,
  },
  {
    at: 'elb: to an unknown target group › *',
    right: 'ours',
    why: 'a target group that does not exist is TargetGroupNotFound',
    page: `${elb}ModifyListener.html`,
  },
  {
    at: 'elb: delete a group in use › error.message',
    right: 'both',
    why: 'both are ResourceInUse; the page does not tell its words',
    page: `${elb}DeleteTargetGroup.html`,
  },
  {
    at: 'cloudwatch: statistics of nothing › error.message',
    right: 'both',
    why: 'both are InvalidParameterCombination; the page does not tell its words',
    page: `${cloudwatch}GetMetricStatistics.html`,
  },
  {
    at: 'cloudwatch: list metrics › answer.Metrics.*',
    right: 'ours',
    why: 'a metric is listed once, not once for each of its data points',
    page: `${cloudwatch}ListMetrics.html`,
  },
  {
    at: 'cloudwatch: describe alarm › answer.MetricAlarms.0.StateValue',
    right: 'ours',
    why: 'an alarm begins as INSUFFICIENT_DATA',
    page: `${cloudwatch}PutMetricAlarm.html`,
  },
  {
    at: 'cloudwatch: describe alarm › answer.MetricAlarms.0.StateReasonData',
    right: 'ours',
    why: 'an alarm that was never evaluated has no data of a reason',
    page: `${cloudwatch}MetricAlarm.html`,
  },
  {
    at: 'cloudwatch: describe * › answer.MetricAlarms.0.StateTransitionedTimestamp',
    right: 'ours',
    why: 'an alarm tells when its state last changed',
    page: `${cloudwatch}MetricAlarm.html`,
  },
  {
    at: 'cloudwatch: put alarm of an unknown statistic › *',
    right: 'ours',
    why: 'percentiles end at 100',
    page: `${cloudwatch}PutMetricAlarm.html`,
  },
  {
    at: 'cloudwatch: set the state of an unknown alarm › error.message',
    right: 'ours',
    why: 'AWS answers ResourceNotFound without a message, as a recording of it shows',
    page: 'https://github.com/localstack/localstack/blob/v4.14.0/tests/aws/services/cloudwatch/test_cloudwatch.snapshot.json',
  },
  {
    at: 'cloudwatch: set an unknown state › error.message',
    right: 'moto',
    why: 'the same values in another order, as a recording of AWS shows',
    page: 'https://github.com/localstack/localstack/blob/v4.14.0/tests/aws/services/cloudwatch/test_cloudwatch.snapshot.json',
  },
  {
    at: 'iam: get what is not there › error.message',
    right: 'ours',
    why: 'the words of moto are its own; ours are those that IAM is quoted with',
    page: `${iam}GetRole.html`,
  },
  {
    at: 'iam: put a policy that is no JSON › error.message',
    right: 'both',
    why: 'IAM is quoted with either for a text that is no JSON',
    page: `${iam}PutRolePolicy.html`,
  },
  {
    at: 'iam: get a policy that is not there › error.message',
    right: 'ours',
    why: 'the words of moto are its own; ours are those that IAM is quoted with',
    page: `${iam}GetRolePolicy.html`,
  },
  {
    at: 'iam: attach › answer',
    right: 'ours',
    why: "every account has AWS's own policies; moto loads them only when it is told to",
    page: 'https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonECSTaskExecutionRolePolicy.html',
  },
  {
    at: 'iam: attach › error',
    right: 'ours',
    why: "every account has AWS's own policies; moto loads them only when it is told to",
    page: 'https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonECSTaskExecutionRolePolicy.html',
  },
  {
    at: 'iam: list attached › answer.AttachedPolicies',
    right: 'ours',
    why: 'follows from the policy that moto did not attach',
    page: `${iam}ListAttachedRolePolicies.html`,
  },
  {
    at: 'iam: create policy › answer.Policy.PolicyId',
    right: 'ours',
    why: "a managed policy's unique id begins with ANPA",
    page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids',
  },
  {
    at: 'ec2: a security group that is not there › error.message',
    right: 'ours',
    why: "moto writes Python's form of a set",
    page: 'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html',
  },
  {
    at: 'ec2: a VPC that is not there › error.message',
    right: 'ours',
    why: "moto writes Python's form of a set, in words of its own",
    page: 'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html',
  },
  {
    at: 'ecr: create › answer.repository.repositoryUri',
    right: 'moto',
    why: 'the registry listens on this machine, and clients learn where from here; ECS takes the name on AWS as well',
    page: `${ecr}Repository.html`,
  },
  {
    at: 'ecr: describe › answer.repositories.0.repositoryUri',
    right: 'moto',
    why: 'the registry listens on this machine, as above',
    page: `${ecr}Repository.html`,
  },
  {
    at: 'images: * › answer.repository.repositoryUri',
    right: 'moto',
    why: 'the registry listens on this machine, as above',
    page: `${ecr}Repository.html`,
  },
  {
    at: 'images: a token › answer.isGood',
    right: 'ours',
    why: "a token lasts twelve hours; moto's has expired in 2015",
    page: `${ecr}AuthorizationData.html`,
  },
  {
    at: 'images: mutability with an exclusion › answer.imageTagMutabilityExclusionFilters',
    right: 'ours',
    why: 'the filters are part of the answer',
    page: `${ecr}PutImageTagMutability.html`,
  },
  {
    at: 'images: a lifecycle with an unknown count › error.message',
    right: 'both',
    why: 'the page has the error, not its words; ours names what is accepted, which has grown since moto learned it',
    page: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/lifecycle_policy_parameters.html',
  },
  {
    at: 'images: a lifecycle with a count of none › error.message',
    right: 'ours',
    why: 'moto leaves the closing quote away',
    page: `${ecr}PutLifecyclePolicy.html`,
  },
  {
    at: 'images: put another › error.*',
    right: 'ours',
    why: 'another image under a tag that cannot move is ImageTagAlreadyExistsException; moto tells of the image that is there',
    page: `${ecr}PutImage.html`,
  },
  {
    at: 'images: * › answer.images.0.imageId.imageTag',
    right: 'ours',
    why: 'the image is answered under the tag that was asked for; moto tells its last one',
    page: `${ecr}BatchGetImage.html`,
  },
  {
    at: 'images: scan › answer.imageId.imageTag',
    right: 'ours',
    why: 'the image is answered under the tag that was asked for; moto tells its last one',
    page: `${ecr}StartImageScan.html`,
  },
  {
    at: 'images: describe › answer.imageDetails.0.artifactMediaType',
    right: 'ours',
    why: 'the media type of its configuration is told',
    page: `${ecr}ImageDetail.html`,
  },
  {
    at: 'images: describe › answer.imageDetails.0.imageStatus',
    right: 'ours',
    why: 'every image has a status, which moto does not know yet',
    page: `${ecr}ImageDetail.html`,
  },
  {
    at: 'secrets: read a stage that is not there › error.message',
    right: 'ours',
    why: 'the secret is there: what is missing is a value with that staging label',
    page: `${secrets}GetSecretValue.html`,
  },
  {
    at: 'secrets: delete at short notice › error.message',
    right: 'ours',
    why: 'moto puts what the AWS CLI writes before a message into the message',
    page: `${secrets}DeleteSecret.html`,
  },
  {
    at: 'secrets: read what is marked for deletion › error.message',
    right: 'ours',
    why: 'moto puts what the AWS CLI writes before a message into the message, and words it in its own way',
    page: `${secrets}GetSecretValue.html`,
  },
];
