import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { parseInputs } from '../spec/parse.js';
import { specs } from './actions.js';
import { actionYaml, fill, inputsTable, stepInputs, workflowInputs, workflowSecrets } from './metadata.js';

describe.each(specs)('the spec of $name', (spec) => {
  const names = Object.keys(spec.inputs);

  test('has presets that its own kinds read', () => {
    for (const [name, { kind, preset }] of Object.entries(spec.inputs)) {
      expect([name, preset === undefined || kind.read(preset).ok]).toEqual([name, true]);
    }
  });

  test('has rules and new names only for inputs that it has', () => {
    expect(names).toEqual(expect.arrayContaining((spec.rules ?? []).flatMap(({ inputs }) => inputs)));
    expect(names).toEqual(expect.arrayContaining(Object.values(spec.renamed ?? {})));
  });

  test('writes each input as kebab-case and describes everything in sentences', () => {
    for (const [name, { description }] of [...Object.entries(spec.inputs), ...Object.entries(spec.outputs)]) {
      expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(description).toMatch(/^[A-Z].*[.}`]\.?$/);
    }
  });

  test('gives an action.yml that says the same', () => {
    const metadata = parse(actionYaml(spec)) as Record<string, Record<string, Record<string, unknown>>>;
    expect(Object.keys(metadata.inputs ?? {})).toEqual(names);
    expect(Object.keys(metadata.outputs ?? {})).toEqual(Object.keys(spec.outputs));
    for (const [name, { preset }] of Object.entries(spec.inputs)) {
      // The runner hands over text: a default that YAML took for a number or a boolean would come back changed.
      expect(metadata.inputs?.[name]?.default).toBe(preset);
    }
    expect(metadata.runs).toMatchObject({ using: 'node24', main: `../../dist/${spec.name}/main.js` });
  });

  test('gives a workflow whose inputs all reach the action', () => {
    const inputs = parse(workflowInputs(spec)) as Record<string, { type: string; default?: unknown }>;
    const secrets = names.filter((name) => spec.inputs[name]?.secret);
    const from = (name: string) => (secrets.includes(name) ? 'secrets' : 'inputs');
    expect(parse(stepInputs(spec))).toEqual(
      Object.fromEntries(names.map((name) => [name, `\${{ ${from(name)}.${name} }}`])),
    );
    expect(Object.keys(inputs)).toEqual(names.filter((name) => !secrets.includes(name)));
    expect(Object.keys(parse(workflowSecrets(spec)) ?? {})).toEqual(secrets);
    const handedOver = Object.entries(inputs).map(([name, input]) => [name, String(input.default ?? '')]);
    expect(() => parseInputs(spec, Object.fromEntries(handedOver))).toThrow(/is required|is missing/);
  });

  test('leaves to the hand what is there by hand', () => {
    const [first = '', ...others] = names.filter((name) => !spec.inputs[name]?.secret);
    expect(Object.keys(parse(workflowInputs(spec, [first])))).toEqual(others);
    expect(Object.keys(parse(stepInputs(spec, [first])))).not.toContain(first);
  });

  test('gives a table with a row for each input', () => {
    const rows = inputsTable(spec)
      .split('\n')
      .filter((line) => line.startsWith('| `'));
    expect(rows).toHaveLength(names.length);
    for (const row of rows) {
      expect(row.match(/(?<!\\)\|/g)).toHaveLength(5);
    }
  });
});

describe('filling in', () => {
  const text =
    'a\n  # generated: inputs (by hand never)\nold\n  # end: inputs\nb\n<!-- generated: x -->\n<!-- end: x -->\n';

  test('replaces what stands between the marks, and nothing else', () => {
    expect(fill(text, 'inputs', 'new')).toBe(text.replace('old', 'new'));
    expect(fill(text, 'x', 'new $1')).toBe(text.replace('x -->\n<', () => 'x -->\nnew $1\n<'));
    expect(fill(fill(text, 'inputs', 'new'), 'inputs', 'new')).toBe(fill(text, 'inputs', 'new'));
  });

  test.each(['', `${text}${text}`, '# end: inputs\n# generated: inputs\n'])(
    'fails without one pair of marks',
    (broken) => {
      expect(() => fill(broken, 'inputs', 'new')).toThrow('one pair of marks');
    },
  );
});
