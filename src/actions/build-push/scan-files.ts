import { type Kind, read, wrong } from '../../spec/kind.js';

/** The path of the report of the one image, or of each service. */
export type ScanFiles = string | Readonly<Record<string, string>>;

export function scanFiles(): Kind<ScanFiles> {
  return {
    label: 'path or map',
    accepts: 'the path of a file, or service=path per line',
    absent: undefined,
    read: (given) => {
      const lines = given
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter((line) => line !== '');
      const [only, ...others] = lines;
      if (only !== undefined && others.length === 0 && !only.includes('=')) return read(only);
      const files = Object.create(null) as Record<string, string>;
      for (const [index, line] of lines.entries()) {
        const [, name, path] = /^([A-Za-z0-9][A-Za-z0-9_-]*)\s*=\s*(\S.*)$/.exec(line) ?? [];
        if (name === undefined || path === undefined) return wrong(`has a line ${index + 1} without service=path`);
        if (Object.hasOwn(files, name)) return wrong(`names ${name} twice`);
        files[name] = path;
      }
      return read(files);
    },
  };
}
