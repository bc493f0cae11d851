import { appendFileSync } from 'node:fs';

/**
 * Tells a figure that a test has measured to `npm run bench`, which names the file in SLUICE_FIGURES. The test asserts
 * the goal by itself; this only says by how much it was met. Of several with one name the worst is shown.
 */
export function figure(name: string, value: number): void {
  const file = process.env.SLUICE_FIGURES;
  if (file !== undefined && file !== '') appendFileSync(file, `${JSON.stringify({ name, value })}\n`);
}
