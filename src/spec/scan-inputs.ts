import { SEVERITIES } from '../images/findings.js';
import type { InputSpecs } from './action-spec.js';
import { duration } from './duration.js';
import { pathInRepository } from './names.js';
import { rule } from './rules.js';
import { flag, oneOf } from './scalars.js';

/** What is asked of a scan before an image may go on. */
export const scanInputs = {
  'fail-on': {
    kind: oneOf(...SEVERITIES, 'none', 'off'),
    preset: 'off',
    description:
      'The least severity of a finding that keeps an image back. What was not scanned, or whose scan did not end well, is kept back as well. `none` asks only that it was scanned, `off` asks nothing.',
  },
  'fixable-only': {
    kind: flag(),
    preset: 'false',
    description: 'Findings for which there is no fix yet keep nothing back.',
  },
  'allow-list': {
    kind: pathInRepository(),
    description:
      'A file, YAML or JSON, of findings that are lived with for a while: a list of `id`, `reason`, `expires` (a day), and perhaps `package`. What has expired counts again.',
  },
  'scan-timeout': {
    kind: duration({ minMs: 1_000, maxMs: 3_600_000 }),
    preset: '5m',
    description: 'How long the scan of an image is waited for. One that is not there by then keeps the image back.',
  },
} as const satisfies InputSpecs;

export const scanRules = (['allow-list', 'fixable-only'] as const).map((input) =>
  rule(
    [input, 'fail-on'],
    `\`${input}\` is for a \`fail-on\`.`,
    (values: { failOn: string; allowList: string | undefined; fixableOnly: boolean }) =>
      values.failOn === 'off' && (input === 'allow-list' ? values.allowList !== undefined : values.fixableOnly)
        ? 'has no effect without fail-on: say which findings keep an image back'
        : undefined,
  ),
);
