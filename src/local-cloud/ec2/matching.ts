import type { Filter, Tag } from '@aws-sdk/client-ec2';
import { AwsError } from '../contract.js';
import { like } from '../iam/evaluate.js';
import { page } from '../wire/page.js';

export type Values = readonly string[];

/** How a kind of resource is found. */
export interface Described<Item> {
  readonly prefix: string;
  readonly malformed: string;
  readonly notFound: { readonly code: string; readonly message: (id: string) => string };
  readonly filters: Readonly<Record<string, (item: Item) => Values>>;
}

interface Input {
  readonly Filters?: Filter[] | undefined;
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
}

/** Those that are named, or all; of these the ones that meet every filter. https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/Using_Filtering.html */
export function matching<Item extends { Tags?: Tag[] | undefined }>(
  input: Input,
  ids: readonly string[] | undefined,
  known: ReadonlyMap<string, Item>,
  rules: Described<Item>,
): { items: Item[]; nextToken: string | undefined } {
  const named = ids?.map((id) => {
    if (!id.startsWith(rules.prefix)) {
      throw new AwsError(rules.malformed, `Invalid id: "${id}" (expecting "${rules.prefix}...")`);
    }
    const item = known.get(id);
    if (item === undefined) throw new AwsError(rules.notFound.code, rules.notFound.message(id));
    return item;
  });
  const met = (named ?? [...known.values()]).filter((item) =>
    (input.Filters ?? []).every(({ Name: name = '', Values: values = [] }) => {
      const found = valuesOf(item, name, rules);
      return values.some((pattern) => found.some((value) => like(pattern, value)));
    }),
  );
  return page(met, input.NextToken, input.MaxResults, {
    usual: 1000,
    most: 1000,
    sizeMember: 'maxResults',
    sizeError: 'InvalidParameterValue',
    tokenError: 'InvalidParameterValue',
  });
}

function valuesOf<Item extends { Tags?: Tag[] | undefined }>(item: Item, name: string, rules: Described<Item>): Values {
  const tags = item.Tags ?? [];
  if (name.startsWith('tag:')) return tags.flatMap(({ Key, Value }) => (Key === name.slice(4) ? (Value ?? '') : []));
  if (name === 'tag-key') return tags.map(({ Key }) => Key ?? '');
  const read = Object.hasOwn(rules.filters, name) ? rules.filters[name] : undefined;
  if (read === undefined) throw new AwsError('InvalidParameterValue', `The filter '${name}' is invalid`);
  return read(item);
}
