import type { Field, Fields, Shape } from './shape.js';

/** The fields of a record as a Markdown table. */
export function fieldsTable(fields: Fields): string {
  const rows = Object.entries(fields).map(
    ([name, field]) =>
      `| \`${name}\` | ${cell(kindOf(field.shape))} | ${cell(otherwiseOf(field))} | ${cell(field.description)} |`,
  );
  return ['| Field | Kind | Otherwise | Meaning |', '|---|---|---|---|', ...rows].join('\n');
}

function otherwiseOf({ required, otherwise }: Field): string {
  return required ? '**required**' : (otherwise ?? '');
}

function kindOf(shape: Shape): string {
  switch (shape.is) {
    case 'scalar':
      return shape.kind.label;
    case 'list':
      return `list: ${kindOf(shape.of)}`;
    case 'mapping':
      return `mapping: name → ${kindOf(shape.of)}`;
    case 'record':
      return 'mapping';
    case 'settings':
      return 'mapping: input → value';
  }
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
