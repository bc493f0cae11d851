/** One request to a registry, without what lets the client in. */
export interface RegistryRequest {
  readonly number: number;
  /** Cloud time in epoch ms. */
  readonly at: number;
  readonly registryId: string;
  readonly region: string;
  readonly method: string;
  /** With its query; without it where that is a signature. */
  readonly path: string;
  /** Who holds the token. */
  principal?: string;
  /** What the holder must be allowed to do for it, as IAM names it. */
  action?: string;
  /** Absent while it runs, and when the connection was cut instead of an answer. */
  status?: number;
  /** Bytes of the body that came in. */
  received?: number;
  fault?: string;
}

const kept = 5_000;

/** The last 5,000, oldest first. */
export class RegistryRequests {
  private entries: RegistryRequest[] = [];
  private count = 0;

  begin(entry: Omit<RegistryRequest, 'number'>): RegistryRequest {
    const numbered = { ...entry, number: ++this.count };
    this.entries.push(numbered);
    if (this.entries.length >= 2 * kept) this.entries = this.entries.slice(-kept);
    return numbered;
  }

  list(after = 0): RegistryRequest[] {
    return this.entries.slice(-kept).filter(({ number }) => number > after);
  }
}
