/** No listener or rule names the target group of the service, so that ECS does not let it be changed. */
export class NotRouted extends Error {
  override readonly name = 'NotRouted';
}
