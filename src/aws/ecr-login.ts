import type { RegistryLogin } from '../ports/image-repository.js';
import type { EcrCalls, EcrSettings } from './ecr-calls.js';

interface Given {
  readonly authorizationToken?: string | undefined;
  readonly expiresAt?: Date | undefined;
  readonly proxyEndpoint?: string | undefined;
}

/**
 * A fresh login, good for every registry that the credentials may be used at; the host is that of their own account unless
 * another is wanted.
 * https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_GetAuthorizationToken.html
 */
export async function ecrLogin({ client, sdk, settings, call }: EcrCalls, host?: string): Promise<RegistryLogin> {
  const { GetAuthorizationTokenCommand } = await sdk();
  const ecr = await client();
  const { authorizationData: [given] = [] } = await call('ecr:GetAuthorizationToken', () =>
    ecr.send(new GetAuthorizationTokenCommand({})),
  );
  return loginOf(given, settings, host ?? hostOf(given?.proxyEndpoint));
}

/** What ECR calls the registry of the credentials' account: `https://123456789012.dkr.ecr.…`. */
const hostOf = (endpoint = ''): string => endpoint.replace(/^https?:\/\//, '').replace(/\/$/, '');

/** Conceals the token in both its forms before it looks at it. `AWS`, the name that goes with it, is no secret. */
export function loginOf(
  given: Given | undefined,
  { conceal }: Pick<EcrSettings, 'conceal'>,
  host: string,
): RegistryLogin {
  const { authorizationToken = '', expiresAt } = given ?? {};
  if (authorizationToken !== '') conceal(authorizationToken);
  const [username = '', ...rest] = Buffer.from(authorizationToken, 'base64').toString('utf8').split(':');
  const password = rest.join(':');
  if (password === '' || host === '') throw new Error('ECR gave no login that can be read');
  conceal(password);
  return { host, username, password, expiresAt: expiresAt?.getTime() };
}
