/** Who gets the requests: one listener rule (or a listener's default action) that forwards by weight. */
export interface TrafficRouter {
  /**
   * The rule as it stands. Never cached.
   * @throws AccessError when it may not be read, InputError when there is no such rule
   */
  read(): Promise<Route>;
  /**
   * Sets the weights of the two target groups and leaves everything else of the rule as it was last read (the call
   * replaces the whole action list: authenticate actions, stickiness and order are sent again).
   * Idempotent. What was written counts only once `read` shows it.
   *
   * Where the rule is sticky, a group of weight 0 is left out: clients whose cookie names it would stay on it otherwise.
   */
  write(weights: Weights): Promise<void>;
  /** Puts a target group into the rule with weight 0, so that it is health-checked. Changes no other weight. */
  attach(targetGroupArn: string): Promise<void>;
  /** The command that a person can run to set these weights by hand. */
  commandFor(weights: Weights): string;
}

export interface Weights {
  /** Target group ARN → weight 0–999. */
  readonly [targetGroupArn: string]: number;
}

export interface Route {
  /** `rule arn:…` or `default action of listener arn:…` */
  readonly name: string;
  readonly groups: readonly { readonly targetGroupArn: string; readonly weight: number }[];
  /** Why this rule cannot be shifted: it has no forward action, or forwards to something else. */
  readonly unusable?: string;
  readonly stickySeconds: number | null;
  readonly loadBalancerArn: string;
  readonly listenerArn: string;
}
