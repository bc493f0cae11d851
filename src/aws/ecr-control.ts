import type { EcrRegistryControl } from '../ports/ecr.js';
import { type EcrSettings, ecrCalls } from './ecr-calls.js';
import { describeImage, listImages, untagImages } from './ecr-image-list.js';
import { lifecyclePolicy, previewLifecycle, putLifecyclePolicy } from './ecr-lifecycle.js';
import { ecrLogin } from './ecr-login.js';
import { createRepository, describeRepository } from './ecr-repositories.js';
import { lookAtScan, signingStatus, startScan } from './ecr-scans.js';

/**
 * ECR of one account and Region. Nothing is loaded before the first call.
 *
 * @param host where that is known: ECR of another account than that of the credentials
 */
export function createEcrControl(settings: EcrSettings, host?: string): EcrRegistryControl {
  const calls = ecrCalls(settings, host);
  return {
    login: () => ecrLogin(calls, host),
    repository: (name) => describeRepository(calls, name),
    create: (name, wanted) => createRepository(calls, name, wanted),
    images: (name) => listImages(calls, name),
    image: (name, reference) => describeImage(calls, name, reference),
    untag: (name, tags) => untagImages(calls, name, tags),
    lifecyclePolicy: (name) => lifecyclePolicy(calls, name),
    previewLifecycle: (name, policy) => previewLifecycle(calls, name, policy),
    putLifecyclePolicy: (name, policy) => putLifecyclePolicy(calls, name, policy),
    scan: (name, digest) => lookAtScan(calls, name, digest),
    startScan: (name, digest) => startScan(calls, name, digest),
    signing: (name, digest) => signingStatus(calls, name, digest),
  };
}
