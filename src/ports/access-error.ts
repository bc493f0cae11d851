/**
 * The credentials do not suffice: missing, expired, or not allowed. Not the fault of the release; nothing can be said
 * of it.
 */
export class AccessError extends Error {
  override readonly name = 'AccessError';

  constructor(
    message: string,
    readonly detail: {
      /** `denied`: a policy is missing. `expired`, `absent`: the credentials themselves. */
      readonly kind: 'denied' | 'expired' | 'absent';
      /** IAM action, `ecs:UpdateService`; known when denied. */
      readonly action?: string;
      readonly resource?: string;
    },
    options?: { cause?: unknown },
  ) {
    super(message, options);
  }
}
