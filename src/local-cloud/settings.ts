import type { Settings } from './contract.js';

export const defaultSettings: Settings = {
  provisioningMs: 2_000,
  pendingMs: 3_000,
  deprovisioningMs: 1_000,
  schedulerMs: 1_000,
  propagationMs: 1_000,
  metricDelayMs: 15_000,
  alarmEvaluationMs: 10_000,
};
