import { describe, expect, test } from '@jest/globals';
import { translated } from './errors.js';

const denied = (message: string): string =>
  String(translated(Object.assign(new Error(message), { name: 'AccessDeniedException' }), 'ecr:BatchGetImage'));
const user = 'User: arn:aws:sts::111111111111:assumed-role/build/1 is not authorized to perform: ecr:BatchGetImage';
const repository = 'arn:aws:ecr:eu-west-1:222222222222:repository/shop';

describe('what is told of a call that is not allowed', () => {
  test('is what the policy of the role lacks', () => {
    const told = denied(`${user} on resource: ${repository} because no identity-based policy allows it`);
    expect(told).toContain(
      `Add to the policy of the role: {"Effect":"Allow","Action":"ecr:BatchGetImage","Resource":"${repository}"}`,
    );
  });

  test('is that of the resource where that one does not let another account in', () => {
    const told = denied(`${user} on resource: ${repository} because no resource-based policy allows it`);
    expect(told).toContain(`The policy of ${repository} itself must allow it, in its own account`);
  });

  test('sends nobody to the policy of the role where another one denies it', () => {
    const told = denied(`${user} on resource: ${repository} with an explicit deny in a service control policy`);
    expect(told).not.toContain('policy of the role');
    expect(told).toContain('the one that denies it must be changed');
  });
});
