import { type Kind, read, wrong } from './kind.js';

/** HTTP status codes from `from` to `to`, both included. */
export interface StatusRange {
  readonly from: number;
  readonly to: number;
}

/** `200`, `200-299` or `200,204,301-302`: the way a target group's matcher is written. */
export function httpStatuses(): Kind<readonly StatusRange[]> {
  return {
    label: 'status codes',
    accepts: 'HTTP status codes such as 200, 200-299 or 200,204,301-302',
    absent: undefined,
    read: (given) => {
      const ranges: StatusRange[] = [];
      for (const item of given.split(',').map((part) => part.trim())) {
        const parts = /^(\d{3})(?:-(\d{3}))?$/.exec(item);
        if (parts === null) {
          return wrong(`has something else than a status code in it: ${JSON.stringify(item)}`);
        }
        const from = Number(parts[1]);
        const to = Number(parts[2] ?? parts[1]);
        if (from < 100 || to > 599) {
          return wrong(`has a status code outside 100 to 599: ${item}`);
        }
        if (to < from) {
          return wrong(`has a range that ends before it begins: ${item}`);
        }
        ranges.push({ from, to });
      }
      return read(ranges);
    },
  };
}

export const statusIsIn = (ranges: readonly StatusRange[], status: number): boolean =>
  ranges.some((range) => range.from <= status && status <= range.to);
