import { AwsError, type Call, type Ground } from '../contract.js';
import type { Repository } from './model.js';
import type { Registries, Registry } from './registries.js';
import { policyAllows } from './resource-policy.js';

interface Named {
  readonly registryId?: string | undefined;
  readonly repositoryName?: string | undefined;
}

/** Finds what a call is about, and refuses who may not. */
export class Access {
  constructor(private readonly registries: Registries) {}

  /** The caller's own registry, or the one that is named, in the Region of the call. */
  registry(call: Pick<Call, 'accountId' | 'region'>, registryId?: string): Registry {
    return this.registries.of(registryId ?? call.accountId, call.region);
  }

  /** @throws AwsError RepositoryNotFoundException, AccessDeniedException */
  repository(input: Named, call: Call): Repository {
    const registry = this.registry(call, input.registryId);
    const found = registry.repositories.get(input.repositoryName ?? '');
    if (found === undefined) throw repositoryMissing(input.repositoryName ?? '', registry.accountId);
    const why = this.refusal(found, call.accountId, call.principal, `ecr:${call.operation}`);
    if (why !== undefined) throw new AwsError('AccessDeniedException', why);
    return found;
  }

  /** Who is of the repository's own account may do everything; of others its policy tells. Undefined: allowed. */
  refusal(repository: Repository, accountId: string, principal: string, action: string): string | undefined {
    if (repository.accountId === accountId || policyAllows(repository.policy, principal, action)) return undefined;
    return `User: ${principal} is not authorized to perform: ${action} on resource: ${repository.arn} because no resource-based policy allows the ${action} action`;
  }
}

export function repositoryMissing(name: string, registryId: string): AwsError {
  return new AwsError(
    'RepositoryNotFoundException',
    `The repository with name '${name}' does not exist in the registry with id '${registryId}'`,
  );
}

/** As the account itself, for deeds of the cloud. */
export function ownerCall(
  ground: Ground,
  operation: string,
  at: { registryId?: unknown; region?: unknown } = {},
): Call {
  const accountId = text(at.registryId, 'registryId', /^\d{12}$/) ?? ground.accountId;
  const region = text(at.region, 'region', /^[a-z]{2}(-[a-z]+)+-\d+$/) ?? ground.region;
  return { operation, accountId, region, principal: `arn:aws:iam::${accountId}:root` };
}

function text(value: unknown, name: string, pattern: RegExp): string | undefined {
  if (value === undefined) return undefined;
  if (typeof value === 'string' && pattern.test(value)) return value;
  throw new RangeError(`${name} is ${JSON.stringify(value)}; accepted is what matches ${pattern.source}`);
}
