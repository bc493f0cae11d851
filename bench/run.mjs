// Measures the figures that Sluice promises.
//
//   npm run bench               all of them, as a table
//   npm run bench -- NAME …     only these
//   npm run bench -- --json     as JSON: [{ name, value, unit, goal, met, command }]
//   npm run bench -- --list     their names
//
// A figure lives in a *.bench.mjs file beside this one: { name, unit, goal, isMet(value), measure() }. `measure` answers a
// number, or { value, beside } where `beside` says what it was measured against. Exits 1 when a goal is not met.
import { readdir } from 'node:fs/promises';
import { parseArgs } from 'node:util';

const { values: options, positionals: wanted } = parseArgs({
  options: { json: { type: 'boolean' }, list: { type: 'boolean' } },
  allowPositionals: true,
});

const files = (await readdir(import.meta.dirname)).filter((file) => file.endsWith('.bench.mjs')).sort();
const figures = (await Promise.all(files.map((file) => import(`./${file}`)))).flatMap((module) => module.default);

const unknown = wanted.filter((name) => !figures.some((figure) => figure.name === name));
if (unknown.length > 0) {
  console.error(
    `No figure is called ${unknown.join(' or ')}. There are: ${figures.map(({ name }) => name).join(', ')}`,
  );
  process.exit(2);
}
if (options.list) {
  for (const { name, goal, unit } of figures) {
    console.log(`${name.padEnd(32)} ${goal} ${unit}`);
  }
  process.exit(0);
}

const results = [];
for (const figure of figures.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
  const command = `npm run bench -- ${figure.name}`;
  let value = null;
  let beside = '';
  try {
    const measured = await figure.measure();
    value = typeof measured === 'number' ? measured : measured.value;
    beside = measured.beside ?? '';
  } catch (error) {
    // A figure that cannot be measured is a goal that is not met; the others are still measured.
    beside = `not measured: ${error.message}`;
  }
  const met = value !== null && figure.isMet(value);
  results.push({ name: figure.name, value, unit: figure.unit, goal: figure.goal, met, command });
  if (!options.json) {
    const shown = value === null ? '–' : String(Math.round(value * 100) / 100);
    const told = beside === '' ? '' : `  (${beside})`;
    console.log(
      `${met ? 'ok  ' : 'MISS'} ${figure.name.padEnd(28)} ${shown.padStart(8)} ${figure.unit}, goal ${figure.goal}${told}`,
    );
  }
}
if (options.json) {
  console.log(JSON.stringify(results, null, 2));
}
process.exitCode = results.every(({ met }) => met) ? 0 : 1;
