import { type Answer, jsonAnswer, RegistryError } from './answer.js';
import type { Exchange } from './exchange.js';

/** https://github.com/opencontainers/distribution-spec/blob/main/spec.md#listing-tags */
export function tags({ repository, query, origin, method, allow }: Exchange): Answer {
  if (method !== 'GET') throw new RegistryError(405, 'UNSUPPORTED', 'The operation is unsupported.');
  allow('ecr:ListImages');
  const last = query.get('last');
  const most = Number(query.get('n') ?? 1_000);
  const all = [...repository.tags.keys()].sort().filter((tag) => last === null || tag > last);
  const page = all.slice(0, most);
  const next =
    page.length < all.length && page.length > 0
      ? { link: `<${origin}/v2/${repository.name}/tags/list?n=${most}&last=${page.at(-1)}>; rel="next"` }
      : {};
  return jsonAnswer({ name: repository.name, tags: page }, next);
}
