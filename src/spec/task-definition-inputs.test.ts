import { describe, expect, test } from '@jest/globals';
import { InputError } from './input-error.js';
import { parseInputs } from './parse.js';
import { definitionRequestOf, editsOf, taskDefinitionInputs, taskDefinitionRules } from './task-definition-inputs.js';

const spec = {
  name: 'x',
  title: '',
  description: '',
  branding: { icon: '', color: '' },
  inputs: taskDefinitionInputs,
  outputs: {},
  rules: taskDefinitionRules,
};
const parsed = (raw: Readonly<Record<string, string>>) => parseInputs(spec, raw);

function messageOf(raw: Readonly<Record<string, string>>): string {
  try {
    definitionRequestOf(parsed(raw), {});
    return '';
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
}

describe('settings of containers', () => {
  test('come through as they are written, split at the first =', () => {
    const text = [
      'A=x=y',
      ' app:B= leading and trailing ',
      'C="quoted" \'twice\'',
      '',
      'D=',
      'app:Logging:Level=x:y',
      'E=last with a space ',
    ].join('\r\n');
    expect(editsOf(parsed({ environment: text })).environment).toEqual([
      { name: 'A', value: 'x=y' },
      { container: 'app', name: 'B', value: ' leading and trailing ' },
      { name: 'C', value: '"quoted" \'twice\'' },
      { name: 'D', value: '' },
      { container: 'app', name: 'Logging:Level', value: 'x:y' },
      { name: 'E', value: 'last with a space ' },
    ]);
  });

  test('may be a JSON object, whose values may have line breaks', () => {
    const text = JSON.stringify({ 'app:KEY': 'a\nb=c', EMPTY: '' });
    expect(editsOf(parsed({ 'docker-labels': text })).dockerLabels).toEqual([
      { container: 'app', name: 'KEY', value: 'a\nb=c' },
      { name: 'EMPTY', value: '' },
    ]);
  });

  test('of one name for two containers are two', () => {
    expect(editsOf(parsed({ environment: 'a:X=1\nb:X=2' })).environment).toHaveLength(2);
  });

  test.each([
    ['environment', 'A=1\nhunter2', 'has a line 2 without ='],
    ['environment', '=hunter2', 'has a line 1 without a name before ='],
    ['environment', 'app:=hunter2', 'has a line 1 without a name before ='],
    ['environment', 'A=hunter2\nA=hunter2', 'names "A" twice'],
    ['environment', '{"A": hunter2}', 'begins like JSON and is none: see line 1, column 7'],
    ['environment', '{"A": 1, "B": "hunter2"}', 'has a value of A that is not a text'],
    ['secrets', 'DB=hunter2 hunter2', 'has a reference of DB that is neither an ARN nor the name of a parameter'],
    ['placeholders', 'a b=hunter2', 'has a line 1 that does not begin with a name'],
    ['command', '["hunter2"', 'is not a JSON list of texts'],
    ['command', 'app=hunter2', 'has a line 1 that is not a JSON list of texts'],
  ])('%s that are wrong are told without what they say: %j', (input, text, message) => {
    const told = messageOf({ [input]: text, ...(input === 'placeholders' ? { 'task-definition': 'a.json' } : {}) });
    expect(told).toContain(message);
    expect(told).not.toContain('hunter2');
  });
});

test('words of a command are JSON, so that nothing is guessed about spaces', () => {
  expect(editsOf(parsed({ command: '["sh", "-c", "echo hello world"]' })).command).toEqual([
    { words: ['sh', '-c', 'echo hello world'] },
  ]);
  expect(editsOf(parsed({ 'entry-point': 'app=[]\nproxy=["a"]' })).entryPoint).toEqual([
    { container: 'app', words: [] },
    { container: 'proxy', words: ['a'] },
  ]);
});

test.each([
  [{ 'task-definition': 'a.json', 'task-definition-family': 'shop' }, 'contradicts task-definition'],
  [{ placeholders: 'A=1' }, 'has no effect without task-definition'],
  [{ 'pass-unknown': 'true' }, 'has no effect without task-definition'],
  [
    { placeholders: 'A=1', 'task-definition': 'arn:aws:ecs:eu-west-1:123456789012:task-definition/shop:7' },
    'has no effect on an ARN',
  ],
  [
    { placeholders: 'A', 'task-definition': 'a.json' },
    'names A without a value, and no environment variable is called so',
  ],
  [{ 'pass-unknown': 'a b', 'task-definition': 'a.json' }, 'has "a b", which is no key'],
  [{ 'task-definition': 'arn:aws:ecs:eu-west-1:123456789012:cluster/shop' }, 'begins like an ARN'],
  [{ cpu: 'much' }, 'Accepted: CPU units'],
  [{ 'task-role': 'arn:aws:iam::1:role/x' }, 'Accepted: the ARN or the name of an IAM role'],
  [{ images: 'app=not an image' }, 'images'],
  [{ 'remove-environment': 'A=1' }, 'has a line 1 with a value: only the name is given here'],
])('%j is refused', (raw, message) => {
  expect(messageOf(raw)).toContain(message);
});

test('no input asks for what the service runs now, unchanged', () => {
  expect(definitionRequestOf(parsed({}), {})).toMatchObject({ source: { kind: 'current' }, placeholders: undefined });
});
