import { ECRClient, GetAuthorizationTokenCommand } from '@aws-sdk/client-ecr';
import type { Cloud } from '../cloud.js';
import { type Descriptor, digestOf, mediaTypes } from './manifest.js';

/** Clients of the tests: the SDK's, and one that speaks with the registry as docker does, only plainer. */

export function ecrClient(
  cloud: Cloud,
  region = cloud.region,
  credentials: { accessKeyId: string; secretAccessKey: string; sessionToken?: string } = {
    accessKeyId: 'AKIATEST',
    secretAccessKey: 'x',
  },
): ECRClient {
  return new ECRClient({ endpoint: cloud.endpoint, region, credentials, maxAttempts: 1 });
}

export interface RegistryClient {
  readonly endpoint: string;
  readonly authorization: string;
  /** A request below `/v2/`, or to a whole URL. Redirects are followed. */
  send(method: string, path: string, body?: Uint8Array | string, headers?: Record<string, string>): Promise<Response>;
}

/** Logged in at the registry that GetAuthorizationToken names. */
export async function login(ecr: ECRClient, registryId?: string): Promise<RegistryClient> {
  const { authorizationData } = await ecr.send(
    new GetAuthorizationTokenCommand(registryId === undefined ? {} : { registryIds: [registryId] }),
  );
  const { authorizationToken = '', proxyEndpoint = '' } = authorizationData?.[0] ?? {};
  return registryClient(proxyEndpoint, `Basic ${authorizationToken}`);
}

export function registryClient(endpoint: string, authorization: string): RegistryClient {
  return {
    endpoint,
    authorization,
    send: (method, path, body, headers = {}) =>
      fetch(path.startsWith('http') ? path : `${endpoint}/v2/${path}`, {
        method,
        headers: { ...(authorization === '' ? {} : { authorization }), ...headers },
        ...(body === undefined ? {} : { body: body as NonNullable<RequestInit['body']> }),
      }),
  };
}

export async function pushBlob(registry: RegistryClient, name: string, bytes: Uint8Array | string): Promise<string> {
  const digest = digestOf(bytes);
  const begun = await registry.send('POST', `${name}/blobs/uploads/`);
  const location = begun.headers.get('location') ?? '';
  const done = await registry.send('PUT', `${location}?digest=${digest}`, bytes);
  if (done.status !== 201) throw new Error(`the blob was answered with ${done.status}: ${await done.text()}`);
  return digest;
}

/** The text of an image's manifest, whose blobs are pushed. */
export async function imageOf(
  registry: RegistryClient,
  name: string,
  what: string,
  more: Record<string, unknown> = {},
): Promise<string> {
  const config = JSON.stringify({ os: 'linux', architecture: 'amd64', config: { Labels: { what } } });
  const layer = `layer of ${what}`;
  const blob = async (mediaType: string, bytes: string): Promise<Descriptor> => ({
    mediaType,
    digest: await pushBlob(registry, name, bytes),
    size: bytes.length,
  });
  return JSON.stringify({
    schemaVersion: 2,
    mediaType: mediaTypes.manifest,
    config: await blob(mediaTypes.config, config),
    layers: [await blob(mediaTypes.layer, layer)],
    ...more,
  });
}

export function putManifest(
  registry: RegistryClient,
  name: string,
  reference: string,
  text: string,
): Promise<Response> {
  const { mediaType } = JSON.parse(text) as { mediaType: string };
  return registry.send('PUT', `${name}/manifests/${reference}`, text, { 'content-type': mediaType });
}

/** The first error that a registry told. */
export async function errorOf(response: Response): Promise<{ status: number; code: string; message: string }> {
  const { errors } = (await response.json()) as { errors: { code: string; message: string }[] };
  const { code = '', message = '' } = errors[0] ?? {};
  return { status: response.status, code, message };
}
