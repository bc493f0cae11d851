import type { ScalableTarget } from './autoscaling.js';

/** The lock and the diary of a deployment, kept outside the runner so that any run can see who is at work and go on. */
export interface Journal<E extends Lease = JournalEntry> {
  /** What is written there now; undefined when nobody holds the lock. */
  read(): Promise<Held<E> | undefined>;
  /** Takes the lock. Atomic: of two that try, one gets it. Answers the holder otherwise. */
  acquire(entry: E): Promise<{ taken: true } | { taken: false; held: Held<E> }>;
  /** Takes over a lock whose holder is dead (expired). False when someone else was quicker. */
  takeOver(held: Held<Lease>, entry: E): Promise<boolean>;
  /** Writes on. Answers who holds the lock when it is not ours any more (nothing was lost of theirs). */
  update(entry: E): Promise<{ lostTo: string } | undefined>;
  /**
   * Gives the lock back; does nothing when it is not this holder's (any more).
   * @param until the end of the lease (epoch ms) that this holder is known to have written, when another process wrote it
   */
  release(holder: string, until?: number): Promise<void>;
}

/** All journals there are, for whoever sweeps. */
export interface JournalIndex {
  /** Names and entries below a path. */
  list(path: string): Promise<readonly { readonly name: string; readonly held: Held<AnyEntry> }[]>;
  /** The one of that name; undefined where there is none. */
  read(name: string): Promise<Held<AnyEntry> | undefined>;
}

export interface Held<E extends Lease = JournalEntry> {
  /** The fencing number: it grows with every write. */
  readonly version: number;
  /** Undefined when the value cannot be read as a journal of this kind. */
  readonly entry: E | undefined;
}

/** What every kind of entry says: who is at work, and since when. */
export interface Lease {
  readonly schema: 1;
  /** Unique to the process that holds the lock. */
  readonly holder: string;
  readonly runUrl: string;
  /** Epoch ms after which the holder is taken for dead unless it wrote on. */
  readonly expires: number;
  readonly startedAt: number;
  /** How far the run is. */
  readonly stage: string;
}

export type AnyEntry = JournalEntry | RollingEntry | ReleaseEntry;

/** The rollout of one service. */
export interface RollingEntry extends Lease {
  readonly kind: 'rolling';
  /** `prepare`: nothing was changed. `roll`: the service was told, or is about to be. */
  readonly stage: 'prepare' | 'roll';
  readonly cluster: string;
  readonly service: string;
  /** `FollowPlan` and `FollowState` as JSON: whoever comes after goes on with them. Null in `prepare`. */
  readonly plan: unknown;
  readonly follow: unknown;
  /** Under which name a one-off task runs, or is about to. Absent in entries of older versions, and when there is none. */
  readonly task?: string;
}

/** Several services that are to run the new version together or not at all, while that is not decided. */
export interface ReleaseEntry extends Lease {
  readonly kind: 'release';
  readonly stage: 'release';
  /** A service each that was told, or is about to be: `cluster/service family:1 2`, what it ran before and what it was told to run. */
  readonly touched: readonly string[];
}

/** A traffic shift between two services. */
export interface JournalEntry extends Lease {
  /** Absent in entries that were written before there were other kinds. */
  readonly kind?: 'blue-green';
  /** The listener rule or listener that is shifted. */
  readonly route: string;
  /** Null until the rule has been read under the lock. */
  readonly blue: Side | null;
  readonly green: Side | null;
  /** `prepare`, `start`, `shift`, `keep-old`, `clean-up`: how far the run is. */
  readonly stage: Stage;
  /** Green's desired count before the run, to return to. */
  readonly greenDesiredBefore: number;
  /** Green's task definition before the run; empty before the rule has been read. */
  readonly greenTaskDefinitionBefore: string;
  /** What the run deploys to green, written before green is told. Absent until then, and in entries of older versions: not known. */
  readonly greenTaskDefinition?: string;
  /** What blue ran when the run began. Absent until that is known, and in entries of older versions. */
  readonly blueTaskDefinition?: string;
  readonly cluster: string;
  /** When the old side's warm time is over, epoch ms; null before the promotion and when it is kept for ever. */
  readonly keepOldUntil: number | null;
  /** The scalable targets of both services as they were before the run; empty when neither is scaled. */
  readonly scalingBefore: readonly ScalableTarget[];
  readonly steps: string;
  /** `ShiftState` as JSON; null before the shift begins. */
  readonly shift: unknown;
}

export interface Side {
  readonly service: string;
  readonly targetGroupArn: string;
}

export type Stage = 'prepare' | 'start' | 'shift' | 'keep-old' | 'clean-up';

/** Who waits for the lock. A place is kept only as long as it is renewed, so that a dead run does not hold up the others. */
export interface LockQueue {
  /** Takes a place, or renews it. */
  join(place: QueuePlace): Promise<void>;
  /** All places, also those that are over. */
  places(): Promise<readonly QueuePlace[]>;
  leave(place: QueuePlace): Promise<void>;
}

export interface QueuePlace {
  readonly holder: string;
  readonly runUrl: string;
  /** Since when it waits, epoch ms: the earliest is first. */
  readonly since: number;
  /** Epoch ms after which the place is free unless it was renewed. */
  readonly expires: number;
}
