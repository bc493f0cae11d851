import type { ContainerExit, RunningContainer } from './container-process.js';
import { parseImage } from './images.js';

/** Images whose one program sleeps until it is told to end: Amazon ECS's own and Kubernetes'. */
const PAUSES = ['amazon-ecs-pause', 'pause'];

export function isPause(image: string | undefined): boolean {
  return PAUSES.includes(parseImage(image ?? '').name);
}

/** What sleeps until it is told to end needs no process: fleets of hundreds of tasks fit on a laptop. */
export class PausedContainer implements RunningContainer {
  readonly started = Promise.resolve();
  readonly exit: Promise<ContainerExit>;
  readonly isOutOfMemory = false;
  private end: (exit: ContainerExit) => void = () => {};

  constructor() {
    this.exit = new Promise((resolve) => {
      this.end = resolve;
    });
  }

  memoryMib(): number {
    return 0;
  }

  tell(): void {}

  terminate(): void {
    this.end({ code: 0 });
  }

  kill(): void {
    this.end({ code: 137 });
  }
}
