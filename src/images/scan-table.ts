import { counted } from '../spec/counted.js';
import type { GateVerdict, Judged } from './scan-gate.js';

/** What each standing is called in the table. */
const STANDINGS: Readonly<Record<Judged['standing'], (judged: Judged) => string>> = {
  counts: () => '**keeps back**',
  expired: ({ allowance }) => `**keeps back**: allowed until ${allowance?.expires}`,
  allowed: ({ allowance }) => `allowed until ${allowance?.expires}: ${allowance?.reason}`,
  aside: ({ finding }) => `put aside by ${finding.asideBecause}`,
  unfixable: () => 'no fix yet',
  below: () => 'below the limit',
};

/**
 * The findings as a table of Markdown, those that keep the image back first.
 *
 * @param most rows at most; how many more there are is said
 */
export function scanTable({ findings, unscannable }: GateVerdict, most = 50): string {
  const rank = ({ standing }: Judged): number =>
    standing === 'counts' || standing === 'expired' ? 0 : standing === 'below' ? 2 : 1;
  const rows = [...findings].sort((a, b) => rank(a) - rank(b));
  const lines = unscannable.map((one) => `- Not scanned: ${cell(one)}`);
  if (rows.length > 0) {
    lines.push(
      ...(lines.length > 0 ? [''] : []),
      '| Finding | Severity | Package | Fixed in | Image | |',
      '|---|---|---|---|---|---|',
      ...rows.slice(0, most).map((judged) => {
        const { id, severity, package: name, version, fixedIn, url } = judged.finding;
        const link = /^https:\/\/[^\s()<>|]+$/.test(url) ? `[${cell(id)}](${url})` : cell(id);
        const cells = [
          link,
          severity,
          cell(`${name} ${version}`.trim()),
          cell(fixedIn),
          cell(judged.images.join(', ')),
          cell(STANDINGS[judged.standing](judged), true),
        ];
        return `| ${cells.join(' | ')} |`;
      }),
    );
    if (rows.length > most) lines.push('', `And ${counted(rows.length - most, 'more finding')}.`);
  }
  return lines.join('\n');
}

/** Reports are written by others: nothing of them is markup. */
function cell(text: string, isOurs = false): string {
  const plain = text.replace(/\s+/g, ' ').replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return isOurs ? plain.replaceAll('|', '\\|') : plain.replace(/[\\`*_[\]|~@#!]/g, '\\$&');
}
