import type { InputSpecs } from './action-spec.js';
import { arn } from './arn.js';
import { duration } from './duration.js';
import { needs } from './rules.js';
import { text } from './scalars.js';

/**
 * How an action gets a session of its own at AWS. The bounds are those of
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html
 */
export const sessionInputs = {
  'role-to-assume': {
    kind: arn('role'),
    description:
      "ARN of the IAM role to take with GitHub's identity (the job needs `id-token: write`). The action renews this session for as long as it runs. Without it the credentials that are set beforehand are used, and these end when they end.",
  },
  'role-session-name': {
    kind: text({
      pattern: /^[\w+=,.@-]{2,64}$/,
      accepts: '2 to 64 letters, digits and characters of _+=,.@-',
    }),
    description: 'Name of the session, as CloudTrail shows it. By default `sluice-` and the number of the run.',
  },
  'role-duration': {
    kind: duration({ minMs: 900_000, maxMs: 43_200_000 }),
    preset: '1h',
    description:
      'How long one session lasts, from 15 minutes to what the role allows. It need not be as long as the deployment, because it is renewed.',
  },
  audience: {
    kind: text({ pattern: /^\S{1,255}$/, accepts: 'an audience such as sts.amazonaws.com' }),
    preset: 'sts.amazonaws.com',
    description: "Audience of GitHub's identity token; it must be one that the identity provider in AWS knows.",
  },
} as const satisfies InputSpecs;

export const sessionRules = [needs('role-session-name', 'role-to-assume')];
