import { expect, test } from '@jest/globals';
import { spec as rolling } from '../actions/ecs-rolling/spec.js';
import { readFlags } from './action-command.js';
import { spec as diff } from './diff/spec.js';

const spec = { ...rolling, name: 'deploy' };
const read = (...words: string[]) => readFlags(spec, words);

test('flags are the inputs of the action; one that is given again is a further line, one alone is true', () => {
  expect(read('--cluster', 'shop', '--images=app=shop:1', '--alarms', 'a', '--alarms', 'b', '--dry-run')).toEqual({
    inputs: { cluster: 'shop', images: 'app=shop:1', alarms: 'a\nb', 'dry-run': 'true' },
  });
});

test('a flag that is not known is told with the one that was probably meant', () => {
  expect(read('--clustre', 'shop')).toEqual({
    told: 'sluice deploy: there is no flag --clustre: did you mean --cluster? `--help` lists the flags',
    exitCode: 2,
  });
});

test('a secret is not taken as a flag, and --help names the variable that it comes from', () => {
  expect(read('--prometheus-token', 'abc')).toMatchObject({
    told: expect.stringContaining('set SLUICE_PROMETHEUS_TOKEN'),
    exitCode: 2,
  });
  const help = read('--help');
  expect(help).toMatchObject({
    told: expect.stringMatching(/^sluice deploy: [\s\S]*\n {2}\$SLUICE_PROMETHEUS_TOKEN /),
  });
  expect(help).toMatchObject({ told: expect.stringMatching(/\n {2}--services-file +The file .*\(default: .github/) });
});

test('--help begins with how it is used, and ends with how flags are written and where to read on', () => {
  const help = read('--help');
  expect(help).toMatchObject({
    exitCode: 0,
    told: expect.stringMatching(
      /\nusage: sluice deploy \[--FLAG VALUE …\]\n {2}as: {2}sluice deploy --cluster shop [\s\S]*actions\/ecs-rolling\/README\.md says all about each input\.$/,
    ),
  });
  expect(readFlags(diff, ['--help'])).toMatchObject({
    told: expect.stringContaining('usage: sluice diff --cluster … --service … ['),
  });
});
