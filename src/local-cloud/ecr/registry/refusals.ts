import type { Registry } from '../registries.js';
import { RegistryError } from './answer.js';
import { Cut } from './exchange.js';
import type { RegistryFault } from './faults.js';

/** What a request is answered that a fault meets before anything is done. */
export function earlyEnd({ what, status }: RegistryFault, registry: Registry): Error {
  switch (what) {
    case 'throttle':
      return new RegistryError(429, 'TOOMANYREQUESTS', 'Rate exceeded');
    case 'unauthorized':
      return unauthorized(registry);
    case 'expired':
      return expired();
    case 'lose-request':
      return new Cut();
    default:
      return new RegistryError(status, 'UNKNOWN', 'The registry has trouble of its own');
  }
}

export function unauthorized({ openedHost }: Registry): RegistryError {
  return new RegistryError(401, 'UNAUTHORIZED', 'Not Authorized', {
    'www-authenticate': `Basic realm="http://${openedHost}/",service="ecr.amazonaws.com"`,
  });
}

/** Without a challenge, and not 401: https://github.com/flipt-io/flipt/issues/3043. */
export function expired(): RegistryError {
  return new RegistryError(403, 'DENIED', 'Your authorization token has expired. Reauthenticate and try again.');
}
