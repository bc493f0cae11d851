import { jsonSchemaOf } from './json-schema.js';
import { servicesFileShape } from './schema.js';
import { serviceSettings } from './settings.js';
import type { Fields, Shape } from './shape.js';
import { fieldsTable } from './shape-tables.js';

/** What is published of the services file: texts in, texts out. `npm run generate` has the files. */

const shape = servicesFileShape(serviceSettings);

/** The JSON Schema for editors. */
export function servicesFileSchema(): string {
  const head = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Services file of Sluice (.github/sluice.yml)',
  };
  return `${JSON.stringify({ ...head, ...jsonSchemaOf(shape) }, null, 2)}\n`;
}

/** The tables of the guide, by the names of their marks. */
export function servicesFileTables(): Readonly<Record<string, string>> {
  const { services, defaults } = shape.fields;
  const service = services.shape.of.fields;
  const own = Object.entries(service).filter(([name]) => !Object.hasOwn(defaults.shape.fields, name));
  const rolling = Object.entries(serviceSettings);
  return {
    file: table(shape.fields),
    service: table({ ...Object.fromEntries(own), ...defaults.shape.fields }),
    step: table(stepFields(service.before.shape)),
    settings: `\n${rolling.map(([name]) => `\`${name}\``).join(', ')}\n`,
  };
}

const table = (fields: Fields): string => `\n${fieldsTable(fields)}\n`;

function stepFields(steps: Shape): Fields {
  return steps.is === 'list' && steps.of.is === 'record' ? steps.of.fields : {};
}
