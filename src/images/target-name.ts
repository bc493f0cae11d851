import { type Kind, type Reading, read, wrong } from '../spec/kind.js';
import { parseRepository } from './registry-choice.js';

/** What a name of a target may speak of. */
export interface NamedSource {
  /** The service, or the last part of its repository. */
  readonly name: string;
  /** Its repository without the host. */
  readonly path: string;
}

/** Repository that an image goes to: `{name}` and `{repository}` stand for those of the image. */
export const targetName = (template: string, { name, path }: NamedSource): string =>
  template.replaceAll('{name}', name).replaceAll('{repository}', path);

/** Whether it may name another repository for another image. */
export const isTemplate = (template: string): boolean => /\{(?:name|repository)\}/.test(template);

/** Such a name as an input. */
export function targetRepository(): Kind<string> {
  return {
    label: 'repository',
    accepts:
      'a repository such as prod/shop, prod/{name} or 123456789012.dkr.ecr.eu-west-1.amazonaws.com/{repository}, without a tag',
    absent: undefined,
    read: (given): Reading<string> => {
      const strange = /\{(?!name\}|repository\})[^}]*\}?/.exec(given)?.[0];
      if (strange !== undefined) return wrong(`has ${JSON.stringify(strange)} in it`);
      const reading = parseRepository(targetName(given, { name: 'name', path: 'team/name' }));
      return reading.ok ? read(given) : wrong(reading.wrong);
    },
  };
}
