/** The right to act on the cloud, as far as it is known to have an end. */
export interface Access {
  /** Set from the moment that it could not be renewed until it was; undefined while nothing is known to end it. */
  ending(): Ending | undefined;
}

export interface Ending {
  /** When access ends, epoch ms. */
  readonly at: number;
  /** The last moment to begin what must not be left half-done, epoch ms. */
  readonly actBy: number;
  /** Why it could not be renewed. */
  readonly why: string;
}
