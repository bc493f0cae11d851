import { isJsonObject, parseJsonObject } from '../spec/json-object.js';
import { type Kind, type Reading, read, wrong } from '../spec/kind.js';
import { type ImageSource, parseImageSource } from './image-source.js';

/** The images of several services by the services' names, as a build hands them on. */
export type BuiltImages = Readonly<Record<string, ImageSource>>;

/**
 * Reads `{"user": {"image": "repository@digest", …}}`, which is what `build-push` puts out, or `{"user": "repository@digest"}`, which
 * is what deployments take. Each must have its digest: a tag would have to be looked up once more.
 */
function parseBuiltImages(given: string): Reading<BuiltImages> {
  const object = parseJsonObject(given);
  if (!object.ok) return object;
  const images: [string, ImageSource][] = [];
  for (const [name, entry] of Object.entries(object.value)) {
    const image = isJsonObject(entry) ? entry.image : entry;
    if (!/^[A-Za-z0-9][\w./-]{0,254}$/.test(name))
      return wrong(`has a name that is none of a service: ${JSON.stringify(name)}`);
    if (typeof image !== 'string') return wrong(`has no image for ${name}`);
    const reading = parseImageSource(image);
    if (!reading.ok) return wrong(`has an image of ${name} (${image}) that ${reading.wrong}`);
    if (reading.value.digest === undefined) return wrong(`has an image of ${name} (${image}) without its digest`);
    images.push([name, reading.value]);
  }
  return images.length === 0 ? wrong('names no image') : read(Object.fromEntries(images));
}

/** Built images as an input. */
export function builtImages(): Kind<BuiltImages> {
  return {
    label: 'JSON',
    accepts: 'the output images of build-push, or a JSON object such as {"user": "team/user@sha256:…"}',
    absent: undefined,
    read: parseBuiltImages,
  };
}
