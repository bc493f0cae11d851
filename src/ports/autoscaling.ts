/** What Application Auto Scaling may do to the services while their traffic is shifted. */
export interface Autoscaling {
  /** The services' scalable targets as they are; services that are not scaled are left out. */
  read(services: readonly string[]): Promise<readonly ScalableTarget[]>;
  /** Puts a scalable target to this state. Idempotent. */
  put(target: ScalableTarget): Promise<void>;
}

export interface ScalableTarget {
  readonly service: string;
  readonly min: number;
  readonly max: number;
  /** What of scaling is suspended: scale-in, scale-out, scheduled. */
  readonly suspended: { readonly in: boolean; readonly out: boolean; readonly scheduled: boolean };
}
