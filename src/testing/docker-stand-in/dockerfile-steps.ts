export interface FileStep {
  /** `COPY . .` */
  readonly text: string;
  readonly kind: 'FROM' | 'RUN' | 'COPY' | 'ADD' | 'WORKDIR';
  /** Name of the stage, or its number where there are several. */
  readonly stage: string;
  readonly number: number;
  readonly of: number;
}

/** The steps that BuildKit would show for a stage and what it is made from, in the order of the file. */
export function stepsOf(dockerfile: string, target: string | undefined): readonly FileStep[] {
  const lines = dockerfile
    .replaceAll(/\\\r?\n/g, ' ')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  const stages: { name: string; base: string; lines: string[] }[] = [];
  for (const line of lines) {
    const [, base = '', name] = /^FROM\s+(?:--\S+\s+)*(\S+)(?:\s+AS\s+(\S+))?/i.exec(line) ?? [];
    const isShown = base !== 'scratch' && !stages.some((stage) => stage.name === base);
    if (base !== '') stages.push({ name: name ?? `stage-${stages.length}`, base, lines: [] });
    // Nothing and another stage are not fetched.
    if (base !== '' && !isShown) continue;
    if (/^(?:FROM|RUN|COPY|ADD|WORKDIR)\b/i.test(line)) stages.at(-1)?.lines.push(line.replaceAll(/\s+/g, ' '));
  }
  const last = target === undefined ? stages.at(-1) : stages.find(({ name }) => name === target);
  if (last === undefined) throw new Error(`target stage "${target ?? ''}" could not be found`);
  const needed = new Set<string>();
  const need = (name: string): void => {
    const stage = stages.find((one) => one.name === name);
    if (stage === undefined || needed.has(name)) return;
    needed.add(name);
    need(stage.base);
    for (const line of stage.lines) for (const [, from = ''] of line.matchAll(/--?from=(\S+)/g)) need(from);
  };
  need(last.name);
  return stages
    .filter(({ name }) => needed.has(name))
    .flatMap((stage) =>
      stage.lines.map((text, at) => ({
        text,
        kind: (text.split(' ')[0] ?? '').toUpperCase() as FileStep['kind'],
        stage: stages.length === 1 ? '' : stage.name,
        number: at + 1,
        of: stage.lines.length,
      })),
    );
}
