import type { IncomingHttpHeaders } from 'node:http';
import type { CloudService } from '../contract.js';
import { unknownOperation, unreadable } from './refusal.js';

export type Protocol = 'json' | 'query' | 'cbor';

/** Which call a request is. */
export interface Route {
  readonly protocol: Protocol;
  readonly service: CloudService | undefined;
  readonly operation: string;
}

/** The credential scope of a signature: `Credential=AKID/20261121/eu-west-1/ecs/aws4_request`. */
export interface Scope {
  readonly accessKeyId: string;
  readonly region: string;
  readonly signingName: string;
}

export function scopeOf(headers: IncomingHttpHeaders): Scope | undefined {
  const found = /Credential=([^/\s,]+)\/\d+\/([^/\s]+)\/([^/\s]+)\/aws4_request/.exec(headers.authorization ?? '');
  return found === null ? undefined : { accessKeyId: found[1]!, region: found[2]!, signingName: found[3]! };
}

/** CloudWatch's JSON API is the second face of a Query API, which the CLI and older clients still speak. */
export const cloudwatchQuery = {
  apiVersion: '2010-08-01',
  namespace: 'http://monitoring.amazonaws.com/doc/2010-08-01/',
} as const;

/** The XML namespace of a service's Query answers. */
export function xmlNamespace(service: CloudService | undefined): string {
  if (service !== undefined && service.wire.protocol !== 'json') return service.wire.namespace;
  return cloudwatchQuery.namespace;
}

export function protocolOf(headers: IncomingHttpHeaders, url: string): Protocol {
  if (headers['smithy-protocol'] === 'rpc-v2-cbor' || /^\/service\/[^/]+\/operation\//.test(url)) return 'cbor';
  if (headers['x-amz-target'] !== undefined) return 'json';
  return headers['content-type']?.startsWith('application/x-www-form-urlencoded') ? 'query' : 'json';
}

/** The service of a Query request: by the signature, or by the API version when it is unsigned (AssumeRoleWithWebIdentity). */
export function queryService(
  services: readonly CloudService[],
  scope: Scope | undefined,
  version: string | undefined,
): CloudService | undefined {
  return services.find((service) => {
    if (scope !== undefined) return service.signingName === scope.signingName && speaksQuery(service);
    const own = service.wire.protocol === 'json' ? cloudwatchQuery.apiVersion : service.wire.apiVersion;
    return speaksQuery(service) && own === version;
  });
}

function speaksQuery(service: CloudService): boolean {
  return service.wire.protocol !== 'json' || service.wire.queryCompatible === true;
}

/** Finds the service and operation of a JSON or CBOR request. Throws the AWS error for what there is not. */
export function routeByName(
  services: readonly CloudService[],
  protocol: 'json' | 'cbor',
  headers: IncomingHttpHeaders,
  url: string,
): Route {
  const [target, operation] = protocol === 'cbor' ? cborTarget(url) : jsonTarget(headers);
  const service = services.find(({ wire }) => {
    if (wire.protocol !== 'json' || wire.target !== target) return false;
    return protocol === 'json' || wire.queryCompatible === true;
  });
  if (service === undefined) throw unknownOperation(undefined, `${target}.${operation}`, false);
  return { protocol, service, operation };
}

function cborTarget(url: string): [string, string] {
  const found = /^\/service\/([^/]+)\/operation\/([^/?]+)/.exec(url);
  if (found === null) throw unreadable('The path names no service and operation.');
  return [found[1]!, found[2]!];
}

function jsonTarget(headers: IncomingHttpHeaders): [string, string] {
  const target = headers['x-amz-target'];
  if (typeof target !== 'string') throw unknownOperation(undefined, '(no X-Amz-Target)', false);
  const dot = target.lastIndexOf('.');
  return [target.slice(0, dot), target.slice(dot + 1)];
}
