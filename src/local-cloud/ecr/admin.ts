import { only } from '../admin-body.js';
import type { CloudService, Ground } from '../contract.js';
import { type Access, ownerCall } from './access.js';
import type { BlobStore } from './blob-store.js';
import type { Intake } from './intake.js';
import type { Layers } from './layers.js';
import type { Lifecycle } from './lifecycle.js';
import { push } from './push.js';
import type { Registries } from './registries.js';
import type { RegistryFaults } from './registry/faults.js';
import type { RegistryRequests } from './registry/request-log.js';
import type { Scans } from './scans.js';
import type { Signing } from './signing.js';
import type { Tokens } from './tokens.js';

interface Parts {
  readonly ground: Ground;
  readonly access: Access;
  readonly store: BlobStore;
  readonly intake: Intake;
  readonly layers: Layers;
  readonly tokens: Tokens;
  readonly faults: RegistryFaults;
  readonly requests: RegistryRequests;
  readonly registries: Registries;
  readonly lifecycle: Lifecycle;
  readonly scans: Scans;
  readonly signing: Signing;
}

/** What AWS has no call for: docs/local-cloud-ecr.md. */
export function adminCalls(
  parts: Parts,
): Pick<CloudService, 'admin' | 'looks'> & Required<Pick<CloudService, 'admin'>> {
  const { tokens, faults, requests, registries, layers, lifecycle, scans, signing } = parts;
  const named = (body: Record<string, unknown>) =>
    parts.access.repository(
      { repositoryName: String(body.repositoryName ?? '') },
      ownerCall(parts.ground, 'admin', body),
    );
  return {
    admin: {
      push: (body) => push(parts, body),
      scan: (body) => {
        scans.plans.add(named(body), body);
        return {};
      },
      signing: (body) => {
        signing.tell(named(body), body);
        return {};
      },
      'evaluate-lifecycle': (body) => {
        only(body, ['registryId', 'region', 'repositoryName']);
        return lifecycle.evaluate(named(body));
      },
      registries: () => ({
        registries: registries.all().map(({ accountId, region, openedHost, repositories }) => ({
          registryId: accountId,
          region,
          host: openedHost ?? null,
          repositories: [...repositories.keys()],
        })),
        unfinishedUploads: layers.unfinished,
        store: { kind: parts.store.kind, folder: parts.store.folder ?? null },
      }),
      'registry-requests': (body) => {
        only(body, ['after']);
        return { requests: requests.list(Number(body.after ?? 0)) };
      },
      'registry-fault': (body) => faults.add(body),
      'registry-faults': () => ({ faults: faults.list() }),
      'clear-registry-faults': (body) => {
        only(body, ['id']);
        return { cleared: faults.clear(body.id === undefined ? undefined : String(body.id)) };
      },
      'part-size': (body) => {
        only(body, ['bytes']);
        const { bytes } = body;
        if (!(typeof bytes === 'number' && Number.isInteger(bytes) && bytes > 0)) {
          throw new RangeError(`bytes is ${JSON.stringify(bytes)}; accepted is a whole number above 0`);
        }
        layers.partSize = bytes;
        return {};
      },
      'expire-tokens': () => ({ expired: tokens.expire() }),
      'token-duration': (body) => {
        only(body, ['seconds']);
        if (body.seconds !== undefined && !(typeof body.seconds === 'number' && body.seconds > 0)) {
          throw new RangeError('seconds must be a number above 0, or left out');
        }
        tokens.lasting(body.seconds === undefined ? undefined : body.seconds * 1_000);
        return {};
      },
    },
    looks: ['registries', 'registry-requests', 'registry-faults'],
  };
}
