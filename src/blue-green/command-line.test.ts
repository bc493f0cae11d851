import { expect, test } from '@jest/globals';
import { recoverCommand, rerunCommand, sluiceCommand } from './command-line.js';

const rule = 'arn:aws:elasticloadbalancing:eu-central-1:123456789012:listener-rule/app/shop/1/2/3';
const listener = 'arn:aws:elasticloadbalancing:eu-central-1:123456789012:listener/app/shop/1/2';

test('a command has a flag for each value, none for what is not given, and quotes where a shell asks for it', () => {
  expect(
    sluiceCommand('rollback', { region: 'eu-central-1', services: ['shop-blue', 'shop-green'], to: undefined }),
  ).toBe('sluice rollback --region eu-central-1 --services shop-blue --services shop-green');
  expect(sluiceCommand('recover', { path: "/it's here" })).toBe(`sluice recover --path '/it'\\''s here'`);
});

test.each([
  [rule, undefined, `--listener-rule-arn ${rule}`],
  [listener, '/sluice/shop/special', `--listener-arn ${listener}`],
  [rule, '/deploy/locks/shop', '--lock-name /deploy/locks/shop'],
  [rule, '/shop', '--lock-name /shop'],
])('recover finds what was left on %s under the lock %s', (route, lockName, flags) => {
  expect(recoverCommand({ region: 'eu-central-1', route, lockName })).toBe(
    `sluice recover --region eu-central-1 ${flags}`,
  );
});

test.each([
  ['https://github.com/shop/shop/actions/runs/7', 'gh run rerun 7 --failed --repo shop/shop'],
  ['https://github.com/shop/shop/actions/runs/7/attempts/2', 'gh run rerun 7 --failed --repo shop/shop'],
  ['https://ghe.example.com/shop/shop/actions/runs/7', 'gh run rerun 7 --failed --repo ghe.example.com/shop/shop'],
  ['a run by alice', undefined],
])('the run %s is run again by %s', (url, command) => {
  expect(rerunCommand(url)).toBe(command);
});
