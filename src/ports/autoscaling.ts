/** What Application Auto Scaling may do to the services while their traffic is shifted. */
export interface Autoscaling {
  /** The services' scalable targets as they are; services that are not scaled are left out. */
  read(services: readonly string[]): Promise<readonly ScalableTarget[]>;
  /** Puts a scalable target to this state. Idempotent. A desired count outside its range is moved into it at once. */
  put(target: ScalableTarget): Promise<void>;
  /** The command that does the same by hand. */
  commandFor(target: ScalableTarget): string;
}

export interface ScalableTarget {
  readonly service: string;
  readonly min: number;
  readonly max: number;
  /** What of scaling is suspended: scale-in, scale-out, scheduled. */
  readonly suspended: { readonly in: boolean; readonly out: boolean; readonly scheduled: boolean };
}
