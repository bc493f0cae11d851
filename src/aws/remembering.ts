/**
 * The same port, but what was asked once is not asked again: what many services have in common (a cluster, roles, subnets)
 * is read once for all. For looks that belong to one moment; what goes wrong is not kept.
 */
export function remembering<P extends object>(port: P): P {
  const answers = new Map<string, Promise<unknown>>();
  return new Proxy(port, {
    get(target, name, receiver) {
      const member: unknown = Reflect.get(target, name, receiver);
      if (typeof member !== 'function') return member;
      return (...words: unknown[]) => {
        const question = JSON.stringify([String(name), ...words]);
        const before = answers.get(question);
        if (before !== undefined) return before;
        const asked: Promise<unknown> = Promise.resolve(member.apply(target, words));
        answers.set(question, asked);
        asked.catch(() => answers.delete(question));
        return asked;
      };
    },
  });
}

/**
 * The same port, but a revision of a task definition is read once: it never changes. A family without a revision is asked for
 * each time.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/update-task-definition-console-v2.html
 */
export function rememberingRevisions<P extends { taskDefinition(arn: string): Promise<unknown> }>(port: P): P {
  const known = remembering({ taskDefinition: (arn: string) => port.taskDefinition(arn) });
  const taskDefinition = (arn: string) => (/:\d+$/.test(arn) ? known : port).taskDefinition(arn);
  return new Proxy(port, {
    get: (target, name, receiver) => (name === 'taskDefinition' ? taskDefinition : Reflect.get(target, name, receiver)),
  });
}
