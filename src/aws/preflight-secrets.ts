import type { LogGroupReader, SecretReader } from '../ports/preflight.js';
import { type ClientSettings, call, clientOptions, once } from './client.js';
import { errorName } from './errors.js';

/** https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_GetParameters.html */
const mostParameters = 10;

/** Whether secrets and parameters are there. No secret's value is asked for, and no parameter is decrypted. */
export function createSecretReader(settings: ClientSettings): SecretReader {
  const sdk = once(() => import('./sdk/secrets.js'));
  const clientOf = async (region: string) =>
    new (await sdk()).SecretsManagerClient(clientOptions({ ...settings, region }));
  const absent = (error: unknown): undefined => {
    if (errorName(error) !== 'ResourceNotFoundException') throw error;
  };
  return {
    async secret(id, region) {
      const { DescribeSecretCommand } = await sdk();
      const manager = await clientOf(region);
      const found = await call('secretsmanager:DescribeSecret', () =>
        manager.send(new DescribeSecretCommand({ SecretId: id })),
      ).catch(absent);
      return found && { arn: found.ARN ?? id, isBeingDeleted: found.DeletedDate !== undefined };
    },

    async secretPolicy(arn, region) {
      const { GetResourcePolicyCommand } = await sdk();
      const manager = await clientOf(region);
      const found = await call('secretsmanager:GetResourcePolicy', () =>
        manager.send(new GetResourcePolicyCommand({ SecretId: arn })),
      ).catch(absent);
      return found?.ResourcePolicy;
    },

    async parameters(names, region) {
      const { GetParametersCommand, SSMClient } = await import('./sdk/parameters.js');
      const ssm = new SSMClient(clientOptions({ ...settings, region }));
      const found: string[] = [];
      for (let from = 0; from < names.length; from += mostParameters) {
        const Names = names.slice(from, from + mostParameters);
        const { Parameters = [] } = await call('ssm:GetParameters', () =>
          ssm.send(new GetParametersCommand({ Names, WithDecryption: false })),
        );
        found.push(...Parameters.flatMap(({ Name, ARN }) => [Name ?? [], ARN ?? []].flat()));
      }
      return found;
    },
  };
}

export function createLogGroupReader(settings: ClientSettings): LogGroupReader {
  return {
    async logGroupExists(name, region) {
      const { CloudWatchLogsClient, DescribeLogGroupsCommand } = await import('./sdk/logs.js');
      const logs = new CloudWatchLogsClient(clientOptions({ ...settings, region }));
      // In the order of their names, so that the one that is the prefix comes first.
      // https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DescribeLogGroups.html
      const { logGroups = [] } = await call('logs:DescribeLogGroups', () =>
        logs.send(new DescribeLogGroupsCommand({ logGroupNamePrefix: name })),
      );
      return logGroups.some(({ logGroupName }) => logGroupName === name);
    },
  };
}
