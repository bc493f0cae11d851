/** Something that whoever rehearses can put right: told in plain words, without a stack. */
export class Problem extends Error {
  constructor(
    message: string,
    /** 2: what was asked for makes no sense. 1: it did not work. */
    readonly exitCode: 1 | 2 = 2,
  ) {
    super(message);
  }
}
