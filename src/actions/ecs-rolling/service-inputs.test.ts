import { expect, test } from '@jest/globals';
import type { ServiceEntry } from '../../services-file/services-file.js';
import { servicesToRoll } from './service-inputs.js';

test('a step is for the container that takes the image, unless it names another or has a task definition of its own', () => {
  const entry = {
    name: 'api',
    service: 'api',
    cluster: 'shop',
    container: 'app',
    before: [{ name: 'migrate' }, { name: 'other', container: 'proxy' }, { name: 'own', taskDefinition: 'seed' }],
    after: [{ name: 'check' }],
  } as unknown as ServiceEntry;
  const given = { places: new Map(), images: undefined };
  const [{ before, after } = { before: [], after: [] }] = servicesToRoll([entry], { region: 'eu-west-1' }, given, {});
  expect([...before, ...after].map(({ name, container }) => `${name}: ${container}`)).toEqual([
    'migrate: app',
    'other: proxy',
    'own: undefined',
    'check: app',
  ]);
});
