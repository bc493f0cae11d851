import type { ContainerDefinition, TaskDefinition } from './task-definition.js';

/** Something said of one container, or of the only one there is. */
export interface ForContainer {
  readonly container?: string;
}

/** A name that gets a value. */
export interface SetEdit extends ForContainer {
  readonly name: string;
  readonly value: string;
}

/** A name that goes. */
export interface RemoveEdit extends ForContainer {
  readonly name: string;
}

export interface WordsEdit extends ForContainer {
  readonly words: readonly string[];
}

/** What is changed in a task definition before it is deployed. What is not named stays as it is. */
export interface DefinitionEdits {
  /** Container → image. */
  readonly images?: Readonly<Record<string, string>>;
  /** The image of the only container. */
  readonly image?: string | undefined;
  readonly environment?: readonly SetEdit[];
  readonly removeEnvironment?: readonly RemoveEdit[];
  /** Values are ARNs of secrets or ARNs or names of parameters, never secrets themselves. */
  readonly secrets?: readonly SetEdit[];
  readonly removeSecrets?: readonly RemoveEdit[];
  readonly dockerLabels?: readonly SetEdit[];
  readonly removeDockerLabels?: readonly RemoveEdit[];
  readonly logOptions?: readonly SetEdit[];
  readonly removeLogOptions?: readonly RemoveEdit[];
  readonly command?: readonly WordsEdit[];
  readonly entryPoint?: readonly WordsEdit[];
  /** How long a container may take to end after it was told to, in seconds. */
  readonly stopTimeout?: (ForContainer & { readonly seconds: number }) | undefined;
  readonly family?: string | undefined;
  readonly cpu?: string | undefined;
  readonly memory?: string | undefined;
  readonly executionRoleArn?: string | undefined;
  readonly taskRoleArn?: string | undefined;
}

/** Something that an edit names and the definition does not have, or a contradiction. */
export interface EditProblem {
  /** Which edit it came from, as the key of `DefinitionEdits`. */
  readonly edit: keyof DefinitionEdits;
  readonly value: string;
  /** The rest of a sentence that begins with the input. */
  readonly wrong: string;
}

export type Edited =
  | {
      readonly ok: true;
      readonly definition: TaskDefinition;
      /** What was to be removed and was not there; no error, because the next run finds it removed. */
      readonly notices: readonly string[];
    }
  | { readonly ok: false; readonly problems: readonly EditProblem[] };

/** The definition with the edits. Values come through as they are, empty ones too; nothing is removed that is not named. */
export function applyEdits(definition: TaskDefinition, edits: DefinitionEdits): Edited {
  const editor = new Editor(definition);
  for (const [container, image] of Object.entries(edits.images ?? {})) {
    editor.change('images', { container }, container, (its) => ({ ...its, image }));
  }
  const { image, stopTimeout } = edits;
  if (image !== undefined) editor.change('image', {}, image, (its) => ({ ...its, image }));
  if (stopTimeout !== undefined) {
    const { seconds, ...about } = stopTimeout;
    editor.change('stopTimeout', about, `${seconds}s`, (its) => ({ ...its, stopTimeout: seconds }));
  }
  for (const edit of ['entryPoint', 'command'] as const) {
    for (const { words, ...about } of edits[edit] ?? []) {
      editor.change(edit, about, JSON.stringify(words), (its) => ({ ...its, [edit]: words }));
    }
  }
  editor.variables('environment', 'removeEnvironment', edits, 'value');
  editor.variables('secrets', 'removeSecrets', edits, 'valueFrom');
  editor.labels(edits);
  editor.logOptions(edits);
  editor.differ(edits);
  const { family, cpu, memory, executionRoleArn, taskRoleArn } = edits;
  return editor.edited({ family, cpu, memory, executionRoleArn, taskRoleArn });
}

interface Named {
  readonly name?: string;
  readonly [key: string]: unknown;
}

type Texts = Readonly<Record<string, string>>;
type Change = (container: ContainerDefinition) => ContainerDefinition;

class Editor {
  private readonly containers: ContainerDefinition[];
  private readonly problems: EditProblem[] = [];
  private readonly notices: string[] = [];

  constructor(private readonly definition: TaskDefinition) {
    this.containers = [...(definition.containerDefinitions ?? [])];
  }

  edited(others: Readonly<Record<string, string | undefined>>): Edited {
    if (this.problems.length > 0) return { ok: false, problems: this.problems };
    const given = Object.fromEntries(Object.entries(others).filter(([, value]) => value !== undefined));
    const definition = { ...this.definition, ...given, containerDefinitions: this.containers };
    return { ok: true, definition, notices: this.notices };
  }

  change(edit: keyof DefinitionEdits, { container: name }: ForContainer, value: string, change: Change): void {
    const has = this.containers.map((each) => each.name ?? '');
    const index = name === undefined ? 0 : has.indexOf(name);
    const container = this.containers[index];
    if (name === undefined && this.containers.length !== 1) {
      const wrong = `does not say which container it is for: write ${has[0] ?? 'container'}: in front (there are ${has.join(', ')})`;
      this.problems.push({ edit, value, wrong });
    } else if (container === undefined) {
      const hint = edit === 'images' ? '' : '; a name that has a colon itself needs the container in front';
      const wrong = `names a container that the task definition does not have (it has ${has.join(', ')}${hint})`;
      this.problems.push({ edit, value: name ?? value, wrong });
    } else this.containers[index] = change(container);
  }

  /** Lists of `{name, value}` and `{name, valueFrom}`: in place where the name is there, else at the end. */
  variables(
    set: 'environment' | 'secrets',
    remove: 'removeEnvironment' | 'removeSecrets',
    edits: DefinitionEdits,
    key: 'value' | 'valueFrom',
  ): void {
    for (const { name, ...about } of edits[remove] ?? []) {
      this.change(remove, about, name, (its) => {
        const list = (its[set] ?? []) as readonly Named[];
        if (!list.some((each) => each.name === name)) {
          this.absent(its, `${set === 'secrets' ? 'secret' : 'variable'} ${name}`);
          return its;
        }
        return { ...its, [set]: list.filter((each) => each.name !== name) };
      });
    }
    for (const { name, value, ...about } of edits[set] ?? []) {
      this.change(set, about, name, (its) => {
        const list = (its[set] ?? []) as readonly Named[];
        const item = { name, [key]: value };
        const isThere = list.some((each) => each.name === name);
        const changed = isThere ? list.map((each) => (each.name === name ? item : each)) : [...list, item];
        return { ...its, [set]: changed };
      });
    }
  }

  labels(edits: DefinitionEdits): void {
    for (const { name, ...about } of edits.removeDockerLabels ?? []) {
      this.change('removeDockerLabels', about, name, (its) => {
        const labels = without((its.dockerLabels ?? {}) as Texts, name);
        if (labels === undefined) this.absent(its, `label ${name}`);
        return labels === undefined ? its : { ...its, dockerLabels: labels };
      });
    }
    for (const { name, value, ...about } of edits.dockerLabels ?? []) {
      this.change('dockerLabels', about, name, (its) => ({
        ...its,
        dockerLabels: withText((its.dockerLabels ?? {}) as Texts, name, value),
      }));
    }
  }

  logOptions(edits: DefinitionEdits): void {
    for (const { name, ...about } of edits.removeLogOptions ?? []) {
      this.change('removeLogOptions', about, name, (its) => {
        const logging = its.logConfiguration as { options?: Texts } | undefined;
        const options = without(logging?.options ?? {}, name);
        if (options === undefined) this.absent(its, `log option ${name}`);
        return options === undefined ? its : { ...its, logConfiguration: { ...logging, options } };
      });
    }
    for (const { name, value, ...about } of edits.logOptions ?? []) {
      this.change('logOptions', about, name, (its) => {
        const logging = its.logConfiguration as { options?: Texts } | undefined;
        if (logging !== undefined) {
          return { ...its, logConfiguration: { ...logging, options: withText(logging.options ?? {}, name, value) } };
        }
        const wrong = `is for container ${its.name}, which has no logConfiguration: the log driver is set in the task definition`;
        this.problems.push({ edit: 'logOptions', value: name, wrong });
        return its;
      });
    }
  }

  /** ECS takes no name that is both a variable and a secret, so an edit may not make one. */
  differ({ environment = [], secrets = [] }: DefinitionEdits): void {
    const both = (edit: 'environment' | 'secrets', name: string, its: ContainerDefinition): boolean => {
      const other = (its[edit === 'secrets' ? 'environment' : 'secrets'] ?? []) as readonly Named[];
      return other.some((each) => each.name === name);
    };
    const edits = [
      ...environment.map((each) => ['environment', each] as const),
      ...secrets.map((each) => ['secrets', each] as const),
    ];
    for (const [edit, { container, name }] of edits) {
      const its =
        container === undefined ? this.containers[0] : this.containers.find((each) => each.name === container);
      if (its === undefined || !both(edit, name, its)) continue;
      const isIn = (list: readonly { container?: string; name: string }[]): boolean =>
        list.some((each) => each.name === name && (each.container ?? its.name) === its.name);
      if (isIn(environment) && isIn(secrets)) {
        const wrong = 'is given in environment and in secrets: give it in one of them';
        if (edit === 'environment') this.problems.push({ edit, value: name, wrong });
        continue;
      }
      const [what, input] = edit === 'secrets' ? ['a variable', 'remove-environment'] : ['a secret', 'remove-secrets'];
      this.problems.push({
        edit,
        value: name,
        wrong: `names what is ${what} of container ${its.name} already: name it in ${input} too`,
      });
    }
  }

  private absent({ name = '' }: ContainerDefinition, what: string): void {
    this.notices.push(`container ${name} has no ${what}: there was nothing to remove`);
  }
}

/** A null prototype, so that a label such as `__proto__` is only a label. */
function withText(texts: Texts, name: string, value: string): Texts {
  return Object.assign(Object.create(null) as Record<string, string>, texts, Object.fromEntries([[name, value]]));
}

function without(texts: Texts, name: string): Texts | undefined {
  if (!Object.hasOwn(texts, name)) return undefined;
  return Object.fromEntries(Object.entries(texts).filter(([key]) => key !== name));
}
