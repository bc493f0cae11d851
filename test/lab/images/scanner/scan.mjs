// The smallest scanner that BuildKit can ask for a bill of materials: one package for each package.json that the image holds.
// https://github.com/moby/buildkit/blob/master/docs/attestations/sbom-protocol.md
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const { BUILDKIT_SCAN_SOURCE: source = '', BUILDKIT_SCAN_DESTINATION: destination = '' } = process.env;
const name = basename(source);

const packages = readdirSync(source, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name === 'package.json')
  .map(({ parentPath }) => JSON.parse(readFileSync(join(parentPath, 'package.json'), 'utf8')))
  .map(({ name, version = 'NOASSERTION' }, at) => ({
    SPDXID: `SPDXRef-Package-${at}`,
    name,
    versionInfo: version,
    downloadLocation: 'NOASSERTION',
  }));

writeFileSync(
  join(destination, `${name}.spdx.json`),
  JSON.stringify({
    _type: 'https://in-toto.io/Statement/v0.1',
    predicateType: 'https://spdx.dev/Document',
    predicate: {
      spdxVersion: 'SPDX-2.3',
      SPDXID: 'SPDXRef-DOCUMENT',
      dataLicense: 'CC0-1.0',
      name,
      documentNamespace: `https://sluice.invalid/${name}`,
      creationInfo: { created: new Date().toISOString(), creators: ['Tool: scan.mjs'] },
      packages,
    },
  }),
);
