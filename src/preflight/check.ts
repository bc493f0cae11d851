import type { AlarmReader } from '../ports/evidence.js';
import type {
  ClusterReader,
  ClusterSeen,
  ImageReader,
  LogGroupReader,
  NetworkReader,
  RoleReader,
  SecretReader,
  ServiceSetUp,
} from '../ports/preflight.js';
import type { ContainerParts, DefinitionParts } from './definition.js';

/**
 * - `error`: the rollout would fail, or would be let loose on something else than was meant
 * - `warning`: a hole to know of; also what could not be looked at
 * - `note`: what is left out on purpose
 */
export type Level = 'error' | 'warning' | 'note';

export interface Finding {
  readonly level: Level;
  /** One sentence that names the thing and what to do, without a period. */
  readonly what: string;
  /** Name of the check. */
  readonly check: string;
}

/** Everything outside that is looked at. Nothing of it is changed. */
export interface PreflightWorld {
  readonly clusters: ClusterReader;
  readonly images: ImageReader;
  readonly roles: RoleReader;
  readonly secrets: SecretReader;
  readonly logGroups: LogGroupReader;
  readonly network: NetworkReader;
  readonly alarms: AlarmReader;
}

/** What is looked at, and what every check may know of it. */
export interface Subject {
  readonly cluster: string;
  readonly service: string;
  readonly region: string;
  readonly parts: DefinitionParts;
  readonly containers: readonly ContainerParts[];
  /** Containers that are to get an image. */
  readonly images: readonly string[];
  readonly alarms: readonly string[];
  /** The strategy that the service is to get; undefined when it keeps its own. */
  readonly capacityProviders: readonly string[] | undefined;
  readonly whenBusy: 'wait' | 'replace' | 'fail';
  /** ARN of the role that deploys; undefined when it is the caller. */
  readonly deployRole: string | undefined;
  /** Undefined when they do not exist or could not be read. */
  readonly clusterSeen: ClusterSeen | undefined;
  readonly serviceSeen: ServiceSetUp | undefined;
}

export type Need = 'definition' | 'cluster' | 'service';

/** One thing that is checked. Reading and judging are apart: what is judged is plain data. */
export interface Check<Facts = unknown> {
  readonly name: string;
  /** What must hold, for the summary and the documents. */
  readonly holds: string;
  /** What must be known for it to mean anything; otherwise it is left out. */
  readonly needs: readonly Need[];
  /** IAM actions that it reads with. */
  readonly actions: readonly string[];
  read(subject: Subject, world: PreflightWorld): Promise<Facts>;
  judge(subject: Subject, facts: Facts): readonly Said[];
}

/** A finding of one check; the check's name is put to it. */
export interface Said extends Pick<Finding, 'level' | 'what'> {
  /** What was not looked at, and why: those of one check that could not be looked at for one reason are told together. */
  readonly notLooked?: { readonly at: string; readonly why: string };
}

export const error = (what: string): Said => ({ level: 'error', what });
export const warning = (what: string): Said => ({ level: 'warning', what });
export const note = (what: string): Said => ({ level: 'note', what });

/** A check whose facts are its own. */
export function check<Facts>(made: Check<Facts>): Check {
  return made as Check;
}
