/** Tasks that run once beside a service, such as a migration. */
export interface OneOffTasks {
  /**
   * Starts one task where the service's own tasks run: its subnets and security groups, its capacity providers or launch
   * type, its platform version. Idempotent by `token`, so that a reply that was lost starts no second one.
   *
   * @returns the task's ARN, or why ECS could not place it
   * @throws AccessError when it may not be started, InputError when what is asked for does not fit the task definition
   */
  start(task: OneOffStart): Promise<{ readonly arn: string } | { readonly notPlaced: string }>;
  /** The task as it is; undefined when ECS does not know it (yet, or any more). */
  look(arn: string): Promise<OneOffSeen | undefined>;
  stop(arn: string, reason: string): Promise<void>;
  /** The tasks that were started under this name and are not stopped, nor told to. What was just started may be lacking. */
  startedBy(name: string): Promise<readonly string[]>;
  /** What the container has logged after what was read before; nothing when it has no log that can be read. */
  lines(
    task: OneOffLog,
    after: string | undefined,
  ): Promise<{ readonly lines: readonly string[]; readonly after?: string }>;
  /** The command that a person can run to stop it. */
  commandToStop(arn: string): string;
}

export interface OneOffStart {
  readonly service: string;
  readonly taskDefinitionArn: string;
  /** Which container the command and the environment are for. */
  readonly container: string;
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** At most 64 characters, the same for the same task. */
  readonly token: string;
  /** Shown by ECS, at most 128 letters, digits, `-`, `/` and `_`: who started it. Its own for each task, so that it can be found by it. */
  readonly startedBy: string;
}

/** Whoever has to know that a task is at work, should the process that started it die. */
export interface OneOffWatch {
  /**
   * It is about to be started under this name.
   *
   * @throws Error when that cannot be written down, or may not be: then nothing may be started
   */
  starting(startedBy: string): Promise<void>;
  /** Called now and then while it runs. */
  beat(): void;
  /** It has ended, or was surely never started. Resolves when that is written down, or could not be. */
  over(): Promise<void>;
}

export interface OneOffLog {
  readonly arn: string;
  readonly taskDefinitionArn: string;
  readonly container: string;
}

export interface OneOffSeen {
  /** `PROVISIONING` … `RUNNING` … `STOPPED` */
  readonly status: string;
  readonly stopCode: string;
  readonly stoppedReason: string;
  readonly containers: readonly {
    readonly name: string;
    readonly exitCode: number | null;
    readonly reason: string;
  }[];
}
