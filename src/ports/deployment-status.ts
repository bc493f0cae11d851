/** Where a deployment is shown step by step to people who do not read its log. */
export interface DeploymentStatus {
  /**
   * Shown in the order of the calls. Returns at once and never fails: what cannot be shown is told in one warning, and the
   * same thing twice is shown once. Long texts are cut.
   */
  tell(state: ShownState, description: string): void;
  /** Resolves when everything was shown, at the latest after a few seconds: then the rest is given up. */
  shown(): Promise<void>;
}

/** `inactive`: what was deployed is not in use. */
export type ShownState = 'in_progress' | 'success' | 'failure' | 'inactive';
