/** What a request to a registry is about. */
export type Route =
  | { readonly kind: 'base' }
  | { readonly kind: 'catalog' }
  | { readonly kind: 'manifests'; readonly name: string; readonly reference: string }
  | { readonly kind: 'uploads'; readonly name: string; readonly id?: string }
  | { readonly kind: 'layers'; readonly name: string; readonly digest: string }
  | { readonly kind: 'blobs' | 'referrers'; readonly name: string; readonly digest: string }
  | { readonly kind: 'tags'; readonly name: string };

/** Names have slashes, so that the end of a path decides. https://github.com/opencontainers/distribution-spec/blob/main/spec.md#endpoints */
export function routeOf(path: string): Route | undefined {
  if (/^\/v2\/?$/.test(path)) return { kind: 'base' };
  if (path === '/v2/_catalog') return { kind: 'catalog' };
  const [, root, name = '', rest = ''] =
    /^\/(v2|layers)\/(.+?)\/((?:manifests|blobs\/uploads|blobs|tags|referrers)(?:\/[^/]*)?)$/.exec(path) ?? [];
  const [kind, last] = splitLast(rest);
  if (root === 'layers') return kind === 'blobs' ? { kind: 'layers', name, digest: last } : undefined;
  if (root === undefined) return undefined;
  switch (kind) {
    case 'manifests':
      return { kind, name, reference: last };
    case 'blobs/uploads':
      return last === '' ? { kind: 'uploads', name } : { kind: 'uploads', name, id: last };
    case 'blobs':
      return last === 'uploads' ? { kind: 'uploads', name } : { kind: 'blobs', name, digest: last };
    case 'referrers':
      return { kind, name, digest: last };
    case 'tags':
      return last === 'list' ? { kind, name } : undefined;
    default:
      return undefined;
  }
}

function splitLast(rest: string): [string, string] {
  const slash = rest.lastIndexOf('/');
  return slash < 0 ? [rest, ''] : [rest.slice(0, slash), rest.slice(slash + 1)];
}
