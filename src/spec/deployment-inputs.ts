import type { InputSpecs } from './action-spec.js';
import { text, url } from './scalars.js';

/**
 * Where a deployment is shown on GitHub.
 * https://docs.github.com/en/rest/deployments/statuses#create-a-deployment-status
 */
export const deploymentInputs = {
  'github-token': {
    kind: text(),
    secret: true,
    description:
      'A token with `deployments: write`, such as `github.token`. With it every traffic step is shown as a status of the deployment in `environment`. When that fails there is a warning, and the deployment goes on.',
  },
  environment: {
    kind: text({ pattern: /^[^\r\n]{1,255}$/, accepts: 'the name of a GitHub environment, one line' }),
    description:
      "Name of the GitHub environment that is deployed to. When the job runs in it, the statuses are added to the job's own deployment; otherwise one is made. Without `github-token` it has no effect.",
  },
  'environment-url': {
    kind: url(),
    description: 'Where the application of the environment is, for the link on the deployment.',
  },
} as const satisfies InputSpecs;
