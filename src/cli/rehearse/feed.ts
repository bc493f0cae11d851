import type { Clock } from '../../ports/clock.js';
import type { Screen } from './screen.js';

/** Lines with the cloud time since the beginning. */
export class Feed {
  /** Alarm → state, as far as it is known. */
  readonly alarms = new Map<string, string>();

  constructor(
    private readonly stage: { readonly screen: Screen; readonly clock: Clock },
    readonly from: number,
  ) {}

  tell(text: string, at = this.stage.clock.now()): void {
    const { screen } = this.stage;
    const total = Math.max(0, Math.round((at - this.from) / 1000));
    const two = (value: number): string => String(value).padStart(2, '0');
    screen.line(`  ${screen.paint.dim(`+${two(Math.floor(total / 60))}:${two(total % 60)}`)}  ${text}`, 10);
  }
}
