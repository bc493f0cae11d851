/** The `sluice` command. Each of its commands is loaded when it is asked for and answers the exit code. */

type Command = (words: string[]) => Promise<number>;

const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  cloud: async () => (await import('./cloud.js')).cloud,
};

export async function main(words: readonly string[]): Promise<number> {
  const [name = '', ...rest] = words;
  const command = Object.hasOwn(COMMANDS, name) ? await COMMANDS[name]?.() : undefined;
  if (command === undefined) {
    process.stderr.write(`usage: sluice ${Object.keys(COMMANDS).join(' | ')}\n`);
    return 2;
  }
  return command(rest);
}
