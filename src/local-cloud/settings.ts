import type { Settings } from './contract.js';

export const defaultSettings: Settings = {
  provisioningMs: 2_000,
  pendingMs: 3_000,
  deprovisioningMs: 1_000,
  schedulerMs: 1_000,
  propagationMs: 1_000,
  metricDelayMs: 15_000,
  alarmEvaluationMs: 10_000,
  lifecycleMs: 86_400_000,
  lifecyclePreviewMs: 5_000,
  imageScanMs: 10_000,
  imageRestoreMs: 1_200_000,
};

const unitMs: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000 };

/**
 * Reads settings given by name: milliseconds of cloud time, or a text such as `500ms`, `30s`, `5m`. Throws RangeError
 * naming the setting, its value and what is accepted.
 */
export function parseSettings(given: Readonly<Record<string, unknown>>): Partial<Settings> {
  const parsed: Partial<Settings> = {};
  for (const [name, value] of Object.entries(given)) {
    if (!isSetting(name)) {
      throw new RangeError(`there is no setting ${name}; there are ${Object.keys(defaultSettings).join(', ')}`);
    }
    parsed[name] = durationMs(name, value);
  }
  return parsed;
}

function isSetting(name: string): name is keyof Settings {
  return Object.hasOwn(defaultSettings, name);
}

function durationMs(name: string, value: unknown): number {
  const found = /^(\d+(?:\.\d+)?)(ms|s|m|h)?$/.exec(String(value).trim());
  if (found === null) {
    throw new RangeError(
      `setting ${name} is ${JSON.stringify(value)}; accepted are milliseconds or 500ms, 30s, 5m, 1h`,
    );
  }
  return Number(found[1]) * (unitMs[found[2] ?? 'ms'] ?? 1);
}
