import { messageOf } from '../ports/message-of.js';
import type { OneOffTasks } from '../ports/one-off-tasks.js';

/** So many of the last lines are kept for the summary. */
const keptLines = 50;

/** Shows what the containers of a task log, while they log it. */
export class LogTail {
  readonly last: string[] = [];
  private readonly places = new Map<string, string>();
  private problem: string | undefined;

  constructor(
    private readonly tasks: Pick<OneOffTasks, 'lines'>,
    private readonly containers: readonly string[],
    private readonly show: (line: string) => void,
  ) {}

  /** Shows what is new. Logs that cannot be read are told of once, and end nothing. */
  async read(task: { arn: string; taskDefinitionArn: string }): Promise<void> {
    for (const container of this.containers) {
      try {
        await this.readContainer(task, container);
      } catch (error) {
        const problem = messageOf(error);
        if (this.problem === undefined) this.show(`(its log cannot be read: ${problem})`);
        this.problem = problem;
      }
    }
  }

  private async readContainer(task: { arn: string; taskDefinitionArn: string }, container: string): Promise<void> {
    const { lines, after } = await this.tasks.lines({ ...task, container }, this.places.get(container));
    if (after !== undefined) this.places.set(container, after);
    for (const line of lines) {
      const text = this.containers.length > 1 ? `${container}: ${line}` : line;
      this.show(text);
      this.last.push(text);
    }
    this.last.splice(0, this.last.length - keptLines);
  }
}
