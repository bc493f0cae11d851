import type { BakeImage } from '../images/bake.js';

/** An image of a solve with nothing special about it, but for what is said. */
export const bakeImage = (more: Pick<BakeImage, 'name'> & Partial<BakeImage>): BakeImage => ({
  context: '',
  dockerfile: 'Dockerfile',
  args: {},
  labels: {},
  contexts: {},
  tags: [],
  platforms: [],
  cacheFrom: [],
  cacheTo: [],
  secrets: {},
  ssh: [],
  provenance: false,
  sbom: false,
  push: 'tags',
  isLoaded: false,
  isPulled: false,
  isCacheIgnored: false,
  ...more,
});
