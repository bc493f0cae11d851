import type { Clock } from '../ports/clock.js';
import type { ImageRepository } from '../ports/image-repository.js';
import { Authorization } from './authorization.js';
import { RegistryClient } from './client.js';
import { type Credentials, dockerCredentials } from './docker-config.js';
import { createRepository } from './repository.js';

/** Registries that are not asked by the calls of AWS. */
export interface OtherRegistries {
  /**
   * A repository, with Docker's own credentials for its registry unless others are given. Nothing is asked before something is
   * wanted of it.
   */
  repository(host: string, path: string, credentials?: () => Promise<Credentials | undefined>): ImageRepository;
}

export interface RegistrySettings {
  readonly clock: Clock;
  /** Takes what must never be shown, before anything is done with it. */
  readonly conceal: (secret: string) => void;
  /** Of Docker's config.json; its own place by default. */
  readonly dockerFolder?: string;
}

export function otherRegistries({ clock, conceal, dockerFolder }: RegistrySettings): OtherRegistries {
  /** One for all repositories of a registry, so that they share its tokens. */
  const clients = new Map<string, RegistryClient>();
  return {
    repository(host, path, credentials = () => dockerCredentials(host, conceal, dockerFolder)) {
      const client =
        clients.get(host) ?? new RegistryClient(host, clock, new Authorization({ host, clock, credentials, conceal }));
      clients.set(host, client);
      return createRepository(client, path);
    },
  };
}
