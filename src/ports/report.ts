/** Where people read what happens: the log, annotations, outputs and the job summary. */
export interface Report {
  line(text: string): void;
  warn(text: string): void;
  outputs(values: Readonly<Record<string, string>>): void;
  /** Replaces the whole summary. */
  summary(markdown: string): Promise<void>;
  /** Keeps a text for `post`; written before the deed that it tells of. */
  keep(name: string, value: string): void;
}
