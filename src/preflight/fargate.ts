import { check, error, type Said, warning } from './check.js';
import { runsOnFargate } from './definition.js';

const range = (from: number, to: number, step: number): readonly number[] =>
  Array.from({ length: (to - from) / step + 1 }, (_, i) => from + i * step);

/**
 * CPU units → MiB of memory that go with them.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html#fargate-tasks-size
 */
const sizes: ReadonlyMap<number, readonly number[]> = new Map([
  [256, [512, 1024, 2048]],
  [512, range(1024, 4096, 1024)],
  [1024, range(2048, 8192, 1024)],
  [2048, range(4096, 16_384, 1024)],
  [4096, range(8192, 30_720, 1024)],
  [8192, range(16_384, 61_440, 4096)],
  [16_384, range(32_768, 122_880, 8192)],
]);
const most = Math.max(...sizes.keys());

/** Windows on Fargate begins with 1 vCPU and ends with 4 (the same page). */
const windowsCpu = [1024, 2048, 4096];

export const fargate = check<undefined>({
  name: 'fargate',
  holds: 'cpu and memory are a pair that Fargate offers, and the network mode is awsvpc',
  needs: ['definition'],
  actions: [],
  read: async () => undefined,
  judge({ parts, serviceSeen }) {
    if (!runsOnFargate(parts, serviceSeen)) return [];
    const findings: Said[] = [];
    if (!parts.requiresCompatibilities.includes('FARGATE')) {
      findings.push(
        error(
          `the service runs on Fargate, and requiresCompatibilities of task definition ${parts.family} does not have FARGATE`,
        ),
      );
    }
    if (parts.networkMode !== 'awsvpc') {
      findings.push(error(`networkMode is ${parts.networkMode}, and Fargate takes only awsvpc`));
    }
    const isWindows = parts.operatingSystemFamily?.startsWith('WINDOWS') === true;
    return [...findings, ...judgeSize(parts.cpu, parts.memory, isWindows)];
  },
});

function judgeSize(cpuText: string | undefined, memoryText: string | undefined, isWindows: boolean): Said[] {
  const missing = [...(cpuText === undefined ? ['cpu'] : []), ...(memoryText === undefined ? ['memory'] : [])];
  if (missing.length > 0) {
    return [
      error(`the task definition has no ${missing.join(' and no ')} at the level of the task, which Fargate needs`),
    ];
  }
  const cpu = cpuUnits(cpuText ?? '');
  const memory = mebibytes(memoryText ?? '');
  if (cpu === undefined)
    return [
      error(`cpu ${JSON.stringify(cpuText)} is not a number of CPU units such as 256, nor of vCPU such as ".25 vCPU"`),
    ];
  if (memory === undefined)
    return [
      error(`memory ${JSON.stringify(memoryText)} is not a number of MiB such as 512, nor of GB such as "0.5 GB"`),
    ];
  if (cpu > most) {
    return [
      warning(`cpu ${cpu} is more than the largest size on Fargate that is known here (${most}): it was not checked`),
    ];
  }
  const offered = isWindows && !windowsCpu.includes(cpu) ? undefined : sizes.get(cpu);
  if (offered === undefined) {
    const all = isWindows ? windowsCpu : [...sizes.keys()];
    return [error(`Fargate offers no cpu ${cpu}${isWindows ? ' for Windows' : ''}: it is one of ${all.join(', ')}`)];
  }
  if (offered.includes(memory)) return [];
  return [
    error(`Fargate offers no cpu ${cpu} with memory ${memory}: with that cpu the memory is ${inWords(offered)} MiB`),
  ];
}

function inWords(offered: readonly number[]): string {
  const [first, second] = offered;
  if (offered.length <= 4) return offered.join(', ');
  return `${first} to ${offered.at(-1)} in steps of ${(second ?? 0) - (first ?? 0)}`;
}

/**
 * `256`, `.25 vCPU`, `1vcpu` in CPU units.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html#task_size
 */
export function cpuUnits(text: string): number | undefined {
  const found = /^\s*(?<number>\d*\.?\d+)\s*(?<unit>vcpu)?\s*$/i.exec(text)?.groups;
  if (found?.number === undefined) return undefined;
  const units = Number(found.number) * (found.unit === undefined ? 1 : 1024);
  return Number.isInteger(units) ? units : undefined;
}

/** `512`, `0.5GB`, `1 gb` in MiB (the same page). */
export function mebibytes(text: string): number | undefined {
  const found = /^\s*(?<number>\d*\.?\d+)\s*(?<unit>gb)?\s*$/i.exec(text)?.groups;
  if (found?.number === undefined) return undefined;
  const size = Number(found.number) * (found.unit === undefined ? 1 : 1024);
  return Number.isInteger(size) ? size : undefined;
}
