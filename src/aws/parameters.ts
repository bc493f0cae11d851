import { call } from './client.js';
import type { SSMClient } from './sdk/ssm.js';

/**
 * All parameters below a path, however many pages they are.
 * https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_GetParametersByPath.html
 */
export async function parametersBelow(
  ssm: SSMClient,
  path: string,
): Promise<{ name: string; value: string; version: number }[]> {
  const { GetParametersByPathCommand } = await import('./sdk/ssm.js');
  const found = [];
  let token: string | undefined;
  do {
    const input = { Path: path, Recursive: true, ...(token === undefined ? {} : { NextToken: token }) };
    const { Parameters = [], NextToken } = await call('ssm:GetParametersByPath', () =>
      ssm.send(new GetParametersByPathCommand(input)),
    );
    for (const { Name = '', Value = '', Version = 0 } of Parameters) {
      found.push({ name: Name, value: Value, version: Version });
    }
    token = NextToken;
  } while (token !== undefined);
  return found;
}
