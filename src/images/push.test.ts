import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { attestationsIn, digestFault, type ManifestBytes, planCopy } from './copy-plan.js';
import { readManifest } from './manifest.js';
import { classifyPushError, nextTry, PUSH_RULES } from './push-error.js';
import { putImageMeaning, settleTag } from './settle-tag.js';

const host = '123456789012.dkr.ecr.eu-central-1.amazonaws.com';

describe('what became of a push', () => {
  test.each<[string, string, string]>([
    // What passes.
    [
      `unexpected status from PUT request to https://${host}/v2/a/manifests/1: 500 Internal Server Error`,
      'retry',
      'the registry has trouble of its own',
    ],
    ['unexpected status: 503 Service Unavailable', 'retry', 'the registry has trouble of its own'],
    [
      `unexpected status from POST request to https://${host}/v2/a/blobs/uploads/: 502 Bad Gateway`,
      'retry',
      'the registry has trouble of its own',
    ],
    // What BuildKit makes of a 500 and of a 503 whose body says more: the status is not in it any more.
    [
      `failed to push ${host}/a: unknown: The registry has trouble of its own`,
      'retry',
      'the registry has trouble of its own',
    ],
    [`failed to push ${host}/a: unavailable: try later`, 'retry', 'the registry has trouble of its own'],
    [`failed to push ${host}/a: manifest unknown: none`, 'nothing', 'for a reason that is not known here'],
    ['failed to push a: toomanyrequests: Rate exceeded', 'retry', 'the registry asks to go slower'],
    [
      `unexpected status from HEAD request to https://${host}/v2/a/blobs/x: 429 Too Many Requests`,
      'retry',
      'the registry asks to go slower',
    ],
    [
      `failed to do request: Post "https://${host}/v2/a/blobs/uploads/": EOF`,
      'retry',
      'the registry hung up on an upload',
    ],
    [
      `failed to copy: failed to do request: Put "https://${host}/v2/a/manifests/1": unexpected EOF`,
      'retry',
      'the connection broke',
    ],
    [
      'failed to do request: Put "https://r.example": write tcp 1.2.3.4:5->6.7.8.9:443: write: connection reset by peer',
      'retry',
      'the connection broke',
    ],
    [
      'failed to do request: Head "https://r.example": net/http: TLS handshake timeout',
      'retry',
      'the connection broke',
    ],
    ['failed to copy: io: read/write on closed pipe', 'retry', 'the connection broke'],
    ['failed commit on ref "layer-sha256:1": no response', 'retry', 'the connection broke'],
    ['failed to copy: cannot reuse body, request must be retried', 'retry', 'the connection broke'],
    [
      'failed to do request: Put "https://r.example": read tcp 1:2->3:4: read: connection timed out',
      'retry',
      'the connection broke',
    ],
    ['blob upload unknown', 'retry', 'the registry lost an upload half way'],
    // BuildKit was killed while it built.
    ['context deadline exceeded', 'nothing', 'the builder did not answer any more'],
    // What a login helps against.
    [
      `unexpected status from HEAD request to https://${host}/v2/a/blobs/sha256:1: 401 Unauthorized`,
      'login',
      'the registry does not know who it is',
    ],
    [`failed to push ${host}/a: unauthorized: Not Authorized`, 'login', 'the registry does not know who it is'],
    [
      'denied: Your authorization token has expired. Reauthenticate and try again.',
      'login',
      'the registry does not know who it is',
    ],
    [
      'failed to authorize: authorization failed: no basic auth credentials',
      'login',
      'the registry does not know who it is',
    ],
    // An expired token, as the registry answers it to a question without a body.
    [
      `unexpected status from HEAD request to https://${host}/v2/a/blobs/sha256:1: 403 Forbidden`,
      'login',
      'the registry does not let it in',
    ],
    // What nothing helps against.
    [
      `unexpected status from PUT request to https://${host}/v2/a/manifests/1: 403 Forbidden`,
      'nothing',
      'it is not allowed',
    ],
    [
      'denied: User: arn:aws:sts::1:assumed-role/x is not authorized to perform: ecr:InitiateLayerUpload on resource: y',
      'nothing',
      'it is not allowed',
    ],
    [
      'push access denied, repository does not exist or may require authorization: server message: insufficient_scope',
      'nothing',
      'it is not allowed',
    ],
    [
      "failed to push x: denied: The repository with name 'a' in registry with id '1' already has the maximum allowed number of images which is '100000'",
      'nothing',
      'the repository is full',
    ],
    [
      'toomanyrequests: You have reached your pull rate limit. You may increase the limit',
      'nothing',
      'the registry of a base image allows no more pulls for hours',
    ],
    [
      'process "/bin/sh -c curl https://x" did not complete successfully: exit code: 7',
      'nothing',
      'the build itself failed',
    ],
    [
      'process "/bin/sh -c echo 500 Internal Server Error; false" did not complete successfully: exit code: 1',
      'nothing',
      'the build itself failed',
    ],
    [
      'failed to compute cache key: failed to calculate checksum of ref x: "/a": not found',
      'nothing',
      'the Dockerfile asks for what is not there',
    ],
    ['dockerfile parse error on line 3: unknown instruction: FORM', 'nothing', 'the Dockerfile cannot be read'],
    ['target stage "prod" could not be found', 'nothing', 'the Dockerfile asks for what is not there'],
    [
      'failed to do request: Head "https://r.example": tls: failed to verify certificate: x509: certificate signed by unknown authority',
      'nothing',
      'the certificate of the registry is not trusted',
    ],
    [
      'failed to do request: Head "https://r.exmple": dial tcp: lookup r.exmple: no such host',
      'nothing',
      'there is no registry of that name',
    ],
    ['write /x: no space left on device', 'nothing', 'the disk of the builder is full'],
    ['manifest invalid: manifest invalid', 'nothing', 'the registry does not take the manifest'],
    ['context canceled', 'nothing', 'it was cancelled'],
    ['something new', 'nothing', 'for a reason that is not known here'],
  ])('%s', (text, remedy, what) => {
    expect(classifyPushError(`#1 [auth] sharing credentials\nERROR: failed to solve: ${text}\n`)).toMatchObject({
      remedy,
      what,
    });
  });

  test('an immutable tag names its tag and its repository, in both forms of the sentence', () => {
    for (const subject of ['repository', 'tag']) {
      const text = `ERROR: tag invalid: The image tag 'v1' already exists in the 'team/a' repository and cannot be overwritten because the ${subject} is immutable.`;
      expect(classifyPushError(text)).toMatchObject({ remedy: 'look', tag: 'v1', repository: 'team/a' });
    }
  });

  test('a missing repository is named', () => {
    const text =
      "ERROR: failed to push x: name unknown: The repository with name 'team/a' does not exist in the registry with id '123456789012'";
    expect(classifyPushError(text)).toMatchObject({
      remedy: 'nothing',
      what: 'the repository does not exist',
      repository: 'team/a',
    });
  });

  test('where ECR hangs up on an upload, the repository may be missing', () => {
    expect(
      classifyPushError(`ERROR: failed to do request: Post "https://${host}/v2/a/blobs/uploads/": EOF`)
        .mayLackRepository,
    ).toBe(true);
    expect(
      classifyPushError(
        `ERROR: unexpected status from POST request to https://${host}/v2/a/blobs/uploads/: 404 Not Found`,
      ).mayLackRepository,
    ).toBe(true);
    expect(classifyPushError('ERROR: unexpected status: 500 Internal Server Error').mayLackRepository).toBeUndefined();
  });

  test('only the last error counts, not what the build wrote or what was tried again', () => {
    const output = [
      '#9 1.2 > test: answers 500 Internal Server Error',
      `#12 0.643 error: failed to do request: Post "https://${host}/v2/a/blobs/uploads/": EOF`,
      '#12 0.643 retrying in 1s',
      'ERROR: unexpected status: 401 Unauthorized',
      '\u001b[31mERROR: target user: failed to solve: process "/bin/sh -c npm test" did not complete successfully: exit code: 1\u001b[0m',
      '',
    ].join('\n');
    expect(classifyPushError(output)).toMatchObject({
      remedy: 'nothing',
      what: 'the build itself failed',
      target: 'user',
    });
    expect(classifyPushError('').error).toBe('');
    expect(classifyPushError('dial: broken pipe\n\n').remedy).toBe('retry');
  });

  test('whatever is written, it is answered, and every rule has a source', () => {
    fc.assert(fc.property(fc.string(), (text) => expect(classifyPushError(text).what).not.toBe('')));
    for (const { source, what } of PUSH_RULES) expect(`${what}: ${source}`).toMatch(/: https:\/\//);
    expect(classifyPushError(`ERROR: ${'a'.repeat(200_000)}`).remedy).toBe('nothing');
  });
});

describe('the next try', () => {
  const fault = (text: string) => classifyPushError(`ERROR: ${text}`);

  test('of what passes comes a few times, each later', () => {
    const broken = fault('broken pipe');
    const waits = [0, 1, 2].map((retries) => nextTry(broken, { retries, logins: 0 }, 3, 1));
    expect(waits).toEqual([2_000, 8_000, 32_000].map((afterMs) => ({ do: 'retry', afterMs })));
    expect(nextTry(broken, { retries: 0, logins: 0 }, 3, 0)).toEqual({ do: 'retry', afterMs: 1_000 });
    expect(nextTry(broken, { retries: 3, logins: 0 }, 3, 1)).toEqual({
      do: 'give-up',
      why: 'the connection broke, 4 times in all',
    });
    expect(nextTry(broken, { retries: 0, logins: 0 }, 0, 1)).toEqual({ do: 'give-up', why: 'the connection broke' });
  });

  test('after a refusal is one login, and no second', () => {
    const refused = fault('401 Unauthorized');
    expect(nextTry(refused, { retries: 2, logins: 0 }, 3, 0)).toEqual({ do: 'login', afterMs: 0 });
    expect(nextTry(refused, { retries: 0, logins: 1 }, 3, 0)).toEqual({
      do: 'give-up',
      why: 'the registry does not know who it is, after a fresh login as well',
    });
  });

  test('never comes for what nothing helps against, and always ends', () => {
    expect(nextTry(fault('403 Forbidden'), { retries: 0, logins: 0 }, 3, 0)).toEqual({
      do: 'give-up',
      why: 'it is not allowed',
    });
    const texts = ['broken pipe', '401 Unauthorized', '403 Forbidden', '500 Internal Server Error'];
    fc.assert(
      fc.property(fc.infiniteStream(fc.constantFrom(...texts)), fc.nat(5), (stream, most) => {
        let tried = { retries: 0, logins: 0 };
        for (let round = 0; ; round += 1) {
          const next = nextTry(fault(String(stream.next().value)), tried, most, 0.5);
          if (next.do === 'give-up') break;
          tried = {
            retries: tried.retries + (next.do === 'retry' ? 1 : 0),
            logins: tried.logins + (next.do === 'login' ? 1 : 0),
          };
          expect(round).toBeLessThanOrEqual(most + 1);
        }
      }),
    );
  });
});

describe('a tag that is there already', () => {
  const name = { repository: 'team/a', tag: 'v1' };
  const [mine, other] = [`sha256:${'a'.repeat(64)}`, `sha256:${'b'.repeat(64)}`];

  test('is what was wanted when it stands for the same image', () => {
    expect(settleTag(name, mine, mine)).toEqual({
      is: 'already-there',
      sentence: `team/a:v1 is this image already (${mine}).`,
    });
  });

  test('is a failure that shows both when it stands for another', () => {
    const outcome = settleTag(name, mine, other);
    expect(outcome.is).toBe('taken');
    expect(outcome.sentence).toContain(`it is ${other}, and this one is ${mine}.`);
  });

  test('may have gone meanwhile', () => {
    expect(settleTag(name, mine, undefined).is).toBe('vanished');
  });

  test.each([
    ['ImageAlreadyExistsException', 'already-there'],
    ['ImageTagAlreadyExistsException', 'look'],
    ['LayersNotFoundException', 'incomplete'],
    ['ReferencedImagesNotFoundException', 'incomplete'],
    ['RepositoryNotFoundException', 'missing-repository'],
    ['ImageDigestDoesNotMatchException', 'changed-bytes'],
    ['ImageArchivedException', 'archived'],
    ['constructor', 'other'],
  ])('%s means %s', (error, meaning) => {
    expect(putImageMeaning(error)).toBe(meaning);
  });
});

describe('a copy to another registry', () => {
  const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
  const layer = (letter: string) => ({
    mediaType: 'application/vnd.oci.image.layer.v1.tar+gzip',
    digest: `sha256:${letter.repeat(64)}`,
    size: 1,
  });
  const bytesOf = (kind: 'manifest' | 'index', value: object): ManifestBytes => {
    // Spaces and a line break: the bytes are nobody's to change.
    const text = `${JSON.stringify(value, null, 3)}\n`;
    return { text, digest: `sha256:${sha256(text)}`, mediaType: `application/vnd.oci.image.${kind}.v1+json` };
  };
  const descriptor = ({ digest, mediaType, text }: ManifestBytes, more: object = {}) => ({
    digest,
    mediaType,
    size: text.length,
    ...more,
  });
  const amd = bytesOf('manifest', { schemaVersion: 2, config: layer('1'), layers: [layer('2'), layer('2')] });
  const arm = bytesOf('manifest', { schemaVersion: 2, config: layer('3'), layers: [layer('2')] });
  const attestation = bytesOf('manifest', { schemaVersion: 2, config: layer('4'), layers: [layer('5')] });
  const index = bytesOf('index', {
    schemaVersion: 2,
    manifests: [
      descriptor(amd, { platform: { os: 'linux', architecture: 'amd64' } }),
      descriptor(arm, { platform: { os: 'linux', architecture: 'arm64' } }),
      descriptor(attestation, {
        annotations: { 'vnd.docker.reference.type': 'attestation-manifest', 'vnd.docker.reference.digest': amd.digest },
      }),
    ],
  });
  const signature = bytesOf('manifest', {
    schemaVersion: 2,
    config: layer('6'),
    layers: [],
    subject: descriptor(index),
  });

  test('puts children before their index, the image before its signature, and every blob before what names it', () => {
    const planned = planCopy(index.digest, [signature, index, attestation, arm, amd], sha256);
    if (!planned.ok) throw new Error(planned.wrong);
    expect(planned.plan.steps.map(({ manifest }) => manifest)).toEqual([amd, arm, attestation, index, signature]);
    expect(planned.plan.steps.map(({ blobs }) => blobs.length)).toEqual([2, 2, 2, 0, 1]);
    const reading = readManifest(index.text, index.mediaType);
    expect(reading.ok && attestationsIn(reading.value)).toEqual([attestation.digest]);
  });

  test('of a single image stays one', () => {
    const planned = planCopy(amd.digest, [amd], sha256);
    expect(planned.ok && planned.plan.steps.map(({ manifest }) => manifest)).toEqual([amd]);
  });

  test.each<[string, string, ManifestBytes[], string]>([
    ['the root is missing', index.digest, [amd], `the manifest ${index.digest} is not there`],
    [
      'a child is missing',
      index.digest,
      [index, amd, arm],
      `the manifest ${attestation.digest}, which ${index.digest} names, is not there`,
    ],
    [
      'bytes were changed',
      amd.digest,
      [{ ...amd, text: amd.text.trimEnd() }],
      `the bytes of the manifest have the digest sha256:${sha256(amd.text.trimEnd())} and not ${amd.digest}`,
    ],
    [
      'a digest cannot be checked',
      amd.digest,
      [{ ...amd, digest: 'sha512:1' }],
      'sha512:1 is no digest that can be checked here',
    ],
    [
      'a manifest cannot be read',
      amd.digest,
      [{ ...amd, mediaType: index.mediaType }],
      `the manifest ${amd.digest} says it is ${index.mediaType} and is built like an image`,
    ],
  ])('is refused when %s', (_, root, manifests, wrong) => {
    expect(planCopy(root, manifests, sha256)).toEqual({ ok: false, wrong });
  });

  test('has the digest checked on the bytes, before and after', () => {
    expect(digestFault(index, sha256)).toBeUndefined();
    expect(digestFault({ ...index, text: `${index.text}\n` }, sha256)).toContain('and not');
  });
});
