import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { ECSClient } from '@aws-sdk/client-ecs';
import { ElasticLoadBalancingV2Client } from '@aws-sdk/client-elastic-load-balancing-v2';
import { SSMClient } from '@aws-sdk/client-ssm';
import { STSClient } from '@aws-sdk/client-sts';

export interface Clients {
  readonly cloudwatch: CloudWatchClient;
  readonly ecs: ECSClient;
  readonly elb: ElasticLoadBalancingV2Client;
  readonly ssm: SSMClient;
  readonly sts: STSClient;
  destroy(): void;
}

/** The SDK's clients as anyone makes them, pointed at one endpoint. */
export function clientsFor(endpoint: string, region = 'eu-west-1'): Clients {
  const config = {
    endpoint,
    region,
    credentials: { accessKeyId: 'AKIASLUICETEST', secretAccessKey: 'x' },
    maxAttempts: 1,
  };
  const all = {
    cloudwatch: new CloudWatchClient(config),
    ecs: new ECSClient(config),
    elb: new ElasticLoadBalancingV2Client(config),
    ssm: new SSMClient(config),
    sts: new STSClient(config),
  };
  return {
    ...all,
    destroy: () => {
      for (const client of Object.values(all)) client.destroy();
    },
  };
}
