import { readInputs } from '../../github/inputs.js';
import { spec } from './spec.js';

export async function main(): Promise<void> {
  const inputs = readInputs(spec);
  throw new Error(`The deed that would deploy ${inputs.services.join(' and ')} is not part of this build`);
}
