import type { RegistryLogin } from '../ports/image-repository.js';
import { call, clientOptions } from './client.js';
import type { EcrSettings } from './ecr-calls.js';
import { loginOf } from './ecr-login.js';
import { renewed } from './renewing.js';

/**
 * A login for public.ecr.aws. There is one place in the world for it.
 * https://docs.aws.amazon.com/AmazonECR/latest/public/public-registry-auth.html
 */
export async function publicLogin(settings: EcrSettings, host: string): Promise<RegistryLogin> {
  const { ECRPUBLICClient, GetAuthorizationTokenCommand } = await import('./sdk/ecr-public.js');
  const { session } = settings;
  const credentials = session === undefined ? {} : { credentials: session.credentials };
  const ecr = new ECRPUBLICClient(clientOptions({ region: 'us-east-1', ...credentials }));
  const { authorizationData } = await renewed(session, () =>
    call('ecr-public:GetAuthorizationToken', () => ecr.send(new GetAuthorizationTokenCommand({}))),
  ).finally(() => ecr.destroy());
  return loginOf(authorizationData, settings, host);
}
