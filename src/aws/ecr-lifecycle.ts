import type { PreviewedImage } from '../ports/ecr.js';
import type { EcrCalls } from './ecr-calls.js';
import { errorName } from './errors.js';

/** Previews take seconds for small repositories; nothing is told of large ones, ms. */
const previewMs = 300_000;
const lookMs = 2_000;

/** https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_GetLifecyclePolicy.html */
export async function lifecyclePolicy(calls: EcrCalls, name: string): Promise<string | undefined> {
  const { GetLifecyclePolicyCommand } = await calls.sdk();
  const ecr = await calls.client();
  const answer = await calls
    .on(name)
    .call('ecr:GetLifecyclePolicy', () => ecr.send(new GetLifecyclePolicyCommand(calls.named(name))))
    .catch((error: unknown) => {
      if (errorName(error) !== 'LifecyclePolicyNotFoundException') throw error;
    });
  return answer?.lifecyclePolicyText;
}

export async function putLifecyclePolicy(calls: EcrCalls, name: string, policy: string): Promise<void> {
  const { PutLifecyclePolicyCommand } = await calls.sdk();
  const ecr = await calls.client();
  const wanted = { ...calls.named(name), lifecyclePolicyText: policy };
  await calls.on(name).call('ecr:PutLifecyclePolicy', () => ecr.send(new PutLifecyclePolicyCommand(wanted)));
}

/**
 * A repository has one preview at a time: one that somebody else has begun is waited for, and what is answered in the end is
 * taken only when it is about this very policy.
 * https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_StartLifecyclePolicyPreview.html
 */
export async function previewLifecycle(
  calls: EcrCalls,
  name: string,
  policy: string,
): Promise<readonly PreviewedImage[] | undefined> {
  const { clock } = calls.settings;
  const until = clock.now() + previewMs;
  while (clock.now() < until) {
    const isOurs = await start(calls, name, policy);
    const text = await ended(calls, name, until);
    if (isOurs && text !== undefined && isSame(text, policy)) return results(calls, name);
    await clock.sleep(lookMs);
  }
  return undefined;
}

/** Whether it began; not while another is under way. */
async function start(calls: EcrCalls, name: string, policy: string): Promise<boolean> {
  const { StartLifecyclePolicyPreviewCommand } = await calls.sdk();
  const ecr = await calls.client();
  const wanted = { ...calls.named(name), lifecyclePolicyText: policy };
  return calls
    .on(name)
    .call('ecr:StartLifecyclePolicyPreview', () => ecr.send(new StartLifecyclePolicyPreviewCommand(wanted)))
    .then(
      () => true,
      async (error: unknown) => {
        if (errorName(error) !== 'LifecyclePolicyPreviewInProgressException') throw error;
        // It may be ours, and the answer got lost.
        const { lifecyclePolicyText } = await look(calls, name);
        return lifecyclePolicyText !== undefined && isSame(lifecyclePolicyText, policy);
      },
    );
}

/** The text of the policy whose preview is complete; undefined when it is none, or not in time. */
async function ended(calls: EcrCalls, name: string, until: number): Promise<string | undefined> {
  const { clock } = calls.settings;
  for (;;) {
    const { status, lifecyclePolicyText } = await look(calls, name);
    if (status === 'COMPLETE') return lifecyclePolicyText;
    if (status === 'FAILED') throw new Error(`ECR could not preview the lifecycle policy of ${name}`);
    if (status !== 'IN_PROGRESS' || clock.now() + lookMs >= until) return undefined;
    await clock.sleep(lookMs);
  }
}

/** https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_GetLifecyclePolicyPreview.html (maxResults at most 100) */
async function look(calls: EcrCalls, name: string, nextToken?: string) {
  const { GetLifecyclePolicyPreviewCommand } = await calls.sdk();
  const ecr = await calls.client();
  const wanted = { ...calls.named(name), maxResults: 100, ...(nextToken === undefined ? {} : { nextToken }) };
  return calls
    .on(name)
    .call('ecr:GetLifecyclePolicyPreview', () => ecr.send(new GetLifecyclePolicyPreviewCommand(wanted)))
    .catch((error: unknown) => {
      if (errorName(error) !== 'LifecyclePolicyPreviewNotFoundException') throw error;
      return { status: undefined, lifecyclePolicyText: undefined, previewResults: undefined, nextToken: undefined };
    });
}

async function results(calls: EcrCalls, name: string): Promise<readonly PreviewedImage[]> {
  const all: PreviewedImage[] = [];
  let nextToken: string | undefined;
  do {
    const page = await look(calls, name, nextToken);
    for (const { imageDigest = '', imageTags = [], appliedRulePriority = 0 } of page.previewResults ?? []) {
      all.push({ digest: imageDigest, tags: imageTags, rulePriority: appliedRulePriority });
    }
    nextToken = page.nextToken;
  } while (nextToken !== undefined && nextToken !== '');
  return all;
}

/** Whether two policies are the same, however they are written. */
function isSame(one: string, other: string): boolean {
  try {
    return canonical(JSON.parse(one)) === canonical(JSON.parse(other));
  } catch {
    return one === other;
  }
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, item: unknown) =>
    typeof item === 'object' && item !== null && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)))
      : item,
  );
}
