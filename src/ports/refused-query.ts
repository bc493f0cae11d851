/** The query itself is wrong: asked again it would be refused again. The message is the metric store's own words. */
export class RefusedQuery extends Error {
  override readonly name = 'RefusedQuery';
}
