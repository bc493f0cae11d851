/** What helps against a failed push. */
export type PushRemedy =
  /** To try again after a while. */
  | 'retry'
  /** To log in again, and try once more. */
  | 'login'
  /** The tag cannot move: which image it stands for decides (`settleTag`). */
  | 'look'
  | 'nothing';

export interface PushFault {
  readonly remedy: PushRemedy;
  /** What it is, as the rest of a sentence that begins with "The push failed:". */
  readonly what: string;
  /** The image of the solve that failed, when bake names it. */
  readonly target?: string;
  readonly repository?: string;
  readonly tag?: string;
  /**
   * Set where ECR says the same of a repository that is not there: whether it is must be looked up before anything is tried
   * again.
   */
  readonly mayLackRepository?: true;
  /** The lines of the error itself. */
  readonly error: string;
}

interface Known {
  readonly pattern: RegExp;
  readonly remedy: PushRemedy;
  readonly what: string;
  readonly mayLackRepository?: true;
}

const BUILDKIT_RETRIES = 'https://github.com/moby/buildkit/blob/master/util/resolver/retryhandler/retry.go';
const ECR_ERRORS = 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/common-errors-docker.html';
const CODES = 'https://github.com/opencontainers/distribution-spec/blob/main/spec.md#error-codes';

/**
 * What buildx, BuildKit, containerd and registries say, and what helps. The first that matches decides: what nothing helps
 * against comes before what it might be mistaken for. What is not here is not tried again.
 */
const KNOWN: readonly (readonly [known: Known, source: string])[] = [
  [
    {
      pattern: /process ".*" did not complete successfully|executor failed running|failed to run Build function/s,
      remedy: 'nothing',
      what: 'the build itself failed',
    },
    'https://docs.docker.com/build/',
  ],
  [
    { pattern: /dockerfile parse error/i, remedy: 'nothing', what: 'the Dockerfile cannot be read' },
    'https://docs.docker.com/reference/dockerfile/',
  ],
  [
    {
      pattern:
        /failed to read dockerfile|target stage .* could not be found|failed to (?:compute|calculate) (?:cache key|checksum)/i,
      remedy: 'nothing',
      what: 'the Dockerfile asks for what is not there',
    },
    'https://docs.docker.com/reference/dockerfile/',
  ],
  [
    { pattern: /context canceled|rpc error: code = Canceled/, remedy: 'nothing', what: 'it was cancelled' },
    'https://pkg.go.dev/context#pkg-variables',
  ],
  [
    // Alone, without the request that took too long: what does not answer is BuildKit.
    {
      pattern: /^(?:ERROR: )?(?:failed to solve: )?context deadline exceeded$/m,
      remedy: 'nothing',
      what: 'the builder did not answer any more',
    },
    'https://pkg.go.dev/context#pkg-variables',
  ],
  [
    { pattern: /no space left on device/, remedy: 'nothing', what: 'the disk of the builder is full' },
    'https://docs.docker.com/build/cache/garbage-collection/',
  ],
  [
    {
      pattern:
        /The image tag '(?<tag>[^']+)' already exists in the '(?<repository>[^']+)' repository and cannot be overwritten/,
      remedy: 'look',
      what: 'the tag is there already and cannot be moved',
    },
    'https://github.com/moby/buildkit/issues/3776',
  ],
  [
    {
      pattern:
        /(?:name unknown: )?The repository with name '(?<repository>[^']+)' does not exist|name unknown|NAME_UNKNOWN|RepositoryNotFoundException/,
      remedy: 'nothing',
      what: 'the repository does not exist',
    },
    'https://github.com/docker/build-push-action/issues/850',
  ],
  [
    {
      pattern: /maximum allowed number of images|LimitExceededException/,
      remedy: 'nothing',
      what: 'the repository is full',
    },
    'https://github.com/vllm-project/vllm/issues/48065',
  ],
  [
    {
      pattern: /reached your (?:unauthenticated )?pull rate limit/,
      remedy: 'nothing',
      what: 'the registry of a base image allows no more pulls for hours',
    },
    'https://docs.docker.com/docker-hub/usage/pulls/',
  ],
  [
    {
      pattern:
        /authorization token has expired|no basic auth credentials|authorization failed|401 Unauthorized|(?:^|\s)unauthorized: |ExpiredToken/,
      remedy: 'login',
      what: 'the registry does not know who it is',
    },
    ECR_ERRORS,
  ],
  [
    {
      // An expired token is answered with 403, and to HEAD without the words that say so.
      pattern: /unexpected status from HEAD request to \S+: 403 Forbidden/,
      remedy: 'login',
      what: 'the registry does not let it in',
    },
    ECR_ERRORS,
  ],
  [
    {
      pattern:
        /is not authorized to perform|insufficient[_ ]scope|403 Forbidden|(?:^|\s)denied: |access denied|AccessDenied/i,
      remedy: 'nothing',
      what: 'it is not allowed',
    },
    ECR_ERRORS,
  ],
  [
    {
      pattern: /x509: |certificate (?:signed by|is not valid)/,
      remedy: 'nothing',
      what: 'the certificate of the registry is not trusted',
    },
    'https://docs.docker.com/engine/security/certificates/',
  ],
  [
    { pattern: /no such host/, remedy: 'nothing', what: 'there is no registry of that name' },
    'https://pkg.go.dev/net#DNSError',
  ],
  [
    {
      pattern: /manifest invalid|MANIFEST_INVALID|digest invalid|DIGEST_INVALID|SIZE_INVALID/,
      remedy: 'nothing',
      what: 'the registry does not take the manifest',
    },
    CODES,
  ],
  [
    {
      pattern: /toomanyrequests|TOOMANYREQUESTS|429 Too Many Requests|Rate exceeded|ThrottlingException/,
      remedy: 'retry',
      what: 'the registry asks to go slower',
    },
    ECR_ERRORS,
  ],
  [
    {
      pattern:
        /\b5\d\d (?:Internal Server Error|Bad Gateway|Service Unavailable|Gateway Time-?out)|unexpected status(?: from \w+ request to \S+)?: 5\d\d|: (?:unknown|unavailable): /i,
      remedy: 'retry',
      what: 'the registry has trouble of its own',
    },
    BUILDKIT_RETRIES,
  ],
  [
    {
      pattern: /blob upload (?:unknown|invalid)|BLOB_UPLOAD_(?:UNKNOWN|INVALID)/,
      remedy: 'retry',
      what: 'the registry lost an upload half way',
    },
    CODES,
  ],
  [
    // ECR closes the connection on uploads to a repository that is not there.
    {
      pattern: /\/blobs\/uploads\/\S*: (?:unexpected )?EOF|404 Not Found/,
      remedy: 'retry',
      what: 'the registry hung up on an upload',
      mayLackRepository: true,
    },
    'https://github.com/docker/build-push-action/issues/599',
  ],
  [
    {
      pattern:
        /: (?:unexpected )?EOF\b|connection reset by peer|broken pipe|connection refused|TLS handshake timeout|i\/o timeout|timed out|use of closed network connection|read\/write on closed pipe|cannot reuse body, request must be retried|client connection lost|": no response|Temporary failure in name resolution|server misbehaving/,
      remedy: 'retry',
      what: 'the connection broke',
    },
    BUILDKIT_RETRIES,
  ],
];

/** Where each rule comes from, for the documentation and its test. */
export const PUSH_RULES: readonly { readonly remedy: PushRemedy; readonly what: string; readonly source: string }[] =
  KNOWN.map(([{ remedy, what }, source]) => ({ remedy, what, source }));

/**
 * What became of a push, from all that the program wrote. Only its last error counts: a test within the build may well have
 * written "500 Internal Server Error", and BuildKit tells what it tried again by itself.
 */
export function classifyPushError(output: string): PushFault {
  const error = finalError(output);
  const [, target] = /\btarget ([a-zA-Z0-9_-]+): /.exec(error) ?? [];
  const of = target === undefined ? {} : { target };
  for (const [{ pattern, ...known }] of KNOWN) {
    const found = pattern.exec(error);
    if (found === null) continue;
    const { repository, tag } = found.groups ?? {};
    return {
      ...known,
      ...of,
      ...(repository === undefined ? {} : { repository }),
      ...(tag === undefined ? {} : { tag }),
      error,
    };
  }
  return { remedy: 'nothing', what: 'for a reason that is not known here', ...of, error };
}

/** From the last line that says it is an error to the end; the last line when none does. */
function finalError(output: string): string {
  // Colours, which a log has as well.
  const lines = output.replaceAll(new RegExp(`${String.fromCharCode(27)}\\[[\\d;]*m`, 'g'), '').split(/\r?\n/);
  const from = lines.findLastIndex((line) => /^(?:ERROR|error|Error)(?::|\s)|^failed to solve: /.test(line));
  if (from !== -1) return lines.slice(from).join('\n').trim();
  return (
    lines
      .filter((line) => line.trim() !== '')
      .at(-1)
      ?.trim() ?? ''
  );
}

export interface Tried {
  readonly retries: number;
  readonly logins: number;
}

export type NextTry =
  | { readonly do: 'retry' | 'login'; readonly afterMs: number }
  | { readonly do: 'give-up'; readonly why: string };

/**
 * What to do next. A login is tried once; the rest a few times, each after four times as long.
 *
 * @param spread between 0 and 1, so that many jobs do not come back at once
 */
export function nextTry(fault: PushFault, tried: Tried, mostRetries: number, spread: number): NextTry {
  if (fault.remedy === 'login') {
    return tried.logins === 0
      ? { do: 'login', afterMs: 0 }
      : { do: 'give-up', why: `${fault.what}, after a fresh login as well` };
  }
  if (fault.remedy !== 'retry') return { do: 'give-up', why: fault.what };
  if (tried.retries >= mostRetries) {
    const times = tried.retries === 0 ? '' : `, ${tried.retries + 1} times in all`;
    return { do: 'give-up', why: `${fault.what}${times}` };
  }
  return { do: 'retry', afterMs: Math.round(2_000 * 4 ** Math.min(tried.retries, 3) * (0.5 + spread / 2)) };
}
