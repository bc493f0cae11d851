/** What a scan of ECR has come to. */
export type ScanStanding =
  /** Its findings may be read. */
  | { readonly is: 'done' }
  | { readonly is: 'waiting'; readonly why: string }
  /** It will not get better by waiting: nobody knows what is in the image. */
  | { readonly is: 'unscannable'; readonly why: string };

/**
 * All states there are. A basic scan ends as COMPLETE; an enhanced one never ends, and is ACTIVE as long as it is kept up.
 * https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_ImageScanStatus.html
 */
const STATES: ReadonlyMap<string, ScanStanding> = new Map<string, ScanStanding>([
  ['COMPLETE', { is: 'done' }],
  ['ACTIVE', { is: 'done' }],
  ['IN_PROGRESS', { is: 'waiting', why: 'the scan is running' }],
  ['PENDING', { is: 'waiting', why: 'the scan has not begun' }],
  ['FAILED', { is: 'unscannable', why: 'the scan failed' }],
  ['UNSUPPORTED_IMAGE', { is: 'unscannable', why: 'the scanner does not know the system in the image' }],
  ['SCAN_ELIGIBILITY_EXPIRED', { is: 'unscannable', why: 'the image is too old to be scanned any more' }],
  ['FINDINGS_UNAVAILABLE', { is: 'unscannable', why: 'the findings cannot be had any more' }],
  ['LIMIT_EXCEEDED', { is: 'unscannable', why: 'the scans of the day are used up' }],
  ['IMAGE_ARCHIVED', { is: 'unscannable', why: 'the image is archived' }],
]);

/**
 * What the state means. One that is not known here, and none at all, cannot be waited for: an image that nobody scans is told
 * at once.
 *
 * @param description what ECR says beside it
 */
export function scanStanding(status: string | undefined, description = ''): ScanStanding {
  if (status === undefined)
    return { is: 'unscannable', why: 'no scan of it is known: scan on push is off for its repository' };
  const known = STATES.get(status);
  if (known === undefined)
    return { is: 'unscannable', why: `the scan is in a state that is not known here (${status})` };
  if (known.is !== 'unscannable' || description === '') return known;
  return { ...known, why: `${known.why} (${description.replace(/[.\s]+$/, '')})` };
}
