/** The new version is bad, or the deployment could not begin or end as it should: for the app's team. */
export class DeployFailed extends Error {
  override readonly name = 'DeployFailed';
}

/** Cancelled, out of time, superseded: for whoever operates it. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
}
