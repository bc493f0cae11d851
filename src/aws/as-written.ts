import type { DescribeTaskDefinitionCommand, RegisterTaskDefinitionCommand } from './sdk/ecs.js';

/**
 * Task definitions pass as they are written. The SDK's serializer drops members that its schemas do not have, both ways and
 * without a word: what ECS learned after this version was built would be lost on the way to a new revision.
 */

interface Bodied {
  body?: unknown;
}

/** Makes the command send this JSON and not what the serializer makes of its input. */
export function sendAsWritten(command: RegisterTaskDefinitionCommand, input: object): void {
  const text = JSON.stringify(input);
  command.middlewareStack.add(
    (next) => (args) => {
      (args.request as Bodied).body = text;
      return next(args);
    },
    // Before the length of the body is taken and it is signed.
    { step: 'build', priority: 'high', name: 'sendAsWritten' },
  );
}

/** Takes the JSON of a good answer before the deserializer has dropped anything. */
export function readAsWritten(command: DescribeTaskDefinitionCommand, take: (answer: unknown) => void): void {
  command.middlewareStack.add(
    (next) => async (args) => {
      const result = await next(args);
      const response = result.response as Bodied & { statusCode: number };
      const chunks: Uint8Array[] = [];
      for await (const chunk of response.body as AsyncIterable<Uint8Array>) chunks.push(chunk);
      const bytes = Buffer.concat(chunks);
      response.body = new Uint8Array(bytes);
      if (response.statusCode < 300) take(JSON.parse(bytes.toString('utf8')));
      return result;
    },
    { step: 'deserialize', priority: 'low', name: 'readAsWritten' },
  );
}
