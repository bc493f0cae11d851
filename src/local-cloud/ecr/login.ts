import type * as sdk from '@aws-sdk/client-ecr';
import type { Call } from '../contract.js';
import type { Registries } from './registries.js';
import { invalid } from './repositories.js';
import type { Tokens } from './tokens.js';

/**
 * One token, which opens every registry of the Region that the caller may use.
 * https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_GetAuthorizationToken.html
 */
export async function authorizationToken(
  registries: Registries,
  tokens: Tokens,
  input: sdk.GetAuthorizationTokenRequest,
  call: Call,
): Promise<sdk.GetAuthorizationTokenResponse> {
  const ids = input.registryIds ?? [call.accountId];
  if (ids.length < 1 || ids.length > 10) {
    invalid(
      "Invalid parameter at 'registryIds' failed to satisfy constraint: 'Member must have length between 1 and 10'",
    );
  }
  const wrong = ids.find((id) => !/^\d{12}$/.test(id));
  if (wrong !== undefined) {
    invalid(
      `Invalid parameter at 'registryIds' failed to satisfy constraint: 'must satisfy regular expression '[0-9]{12}''`,
    );
  }
  const { password, expiresAt } = tokens.issue(call.principal, call.accountId, call.region);
  const authorizationToken = Buffer.from(`AWS:${password}`).toString('base64');
  const hosts = await Promise.all(ids.map((id) => registries.of(id, call.region).host()));
  return {
    authorizationData: hosts.map((host) => ({
      authorizationToken,
      expiresAt: new Date(expiresAt),
      proxyEndpoint: `http://${host}`,
    })),
  };
}
