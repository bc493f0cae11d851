import { DeployFailed } from '../ports/ended-badly.js';
import type { BuilderSeen, ImageBuilder } from '../ports/image-builder.js';
import { messageOf } from '../ports/message-of.js';

export interface ChosenBuilder {
  /** undefined: the current one. */
  readonly name: string | undefined;
  readonly seen: BuilderSeen;
  readonly isOurs: boolean;
  readonly writesCache: boolean;
  /**
   * Whether it pushes by digest. The builder of the engine cannot, and pushes a tag.
   * https://github.com/docker/buildx/blob/master/build/opt.go (push-by-digest)
   */
  readonly pushesByDigest: boolean;
  readonly warnings: readonly string[];
}

/** What is asked of a builder. */
export interface BuilderNeeds {
  /** The one that the author named. */
  readonly named: string | undefined;
  /** Several platforms or attestations. */
  readonly index: boolean;
  readonly cache: boolean;
  readonly platforms: readonly string[];
  /** Whether a registry that it speaks with is on this machine, at an address that a container has for itself. */
  readonly isLocal: boolean;
}

/**
 * The builder that is there, or one of our own when that one cannot do what is asked. A cache alone is given up for it, with
 * a warning; several platforms and attestations are not.
 *
 * @throws DeployFailed when there is none that can
 */
export async function chooseBuilder(needs: BuilderNeeds, builder: ImageBuilder): Promise<ChosenBuilder> {
  const seen = await builder.inspect(needs.named);
  if (seen.canExport || (!needs.index && !needs.cache)) {
    return chosen(needs, { name: needs.named, seen, isOurs: false, writesCache: seen.canExport }, []);
  }
  const cannot = `The builder ${seen.name} (${seen.driver}) can write neither a cache into a registry nor an index`;
  if (needs.named !== undefined) {
    if (needs.index) {
      throw new DeployFailed(
        `${cannot}, and several platforms or attestations are asked for: name another builder, or none, so that one is made.`,
      );
    }
    return chosen(needs, { name: needs.named, seen, isOurs: false, writesCache: false }, [
      `${cannot}: none is written.`,
    ]);
  }
  try {
    const name = await builder.create({ hasHostNetwork: needs.isLocal });
    return chosen(needs, { name, seen: await builder.inspect(name), isOurs: true, writesCache: true }, []);
  } catch (error) {
    const why = messageOf(error).replace(/\.$/, '');
    if (needs.index) {
      throw new DeployFailed(
        `${cannot}, and one in a container could not be made for several platforms or attestations: ${why}.`,
        { cause: error },
      );
    }
    const warning = `${cannot}, and one in a container could not be made: no cache is written. ${why}.`;
    return chosen(needs, { name: undefined, seen, isOurs: false, writesCache: false }, [warning]);
  }
}

function chosen(
  { platforms }: BuilderNeeds,
  builder: Pick<ChosenBuilder, 'name' | 'seen' | 'isOurs' | 'writesCache'>,
  warnings: readonly string[],
): ChosenBuilder {
  const { seen } = builder;
  const foreign = platforms.filter((one) => seen.platforms.length > 0 && !seen.platforms.includes(one));
  const emulated =
    foreign.length === 0
      ? []
      : [
          `The builder ${seen.name} says that it runs ${seen.platforms.join(', ')}, and not ${foreign.join(', ')}: a RUN for these fails, unless an emulator is set up (docker/setup-qemu-action).`,
        ];
  return { ...builder, pushesByDigest: seen.driver !== 'docker', warnings: [...warnings, ...emulated] };
}
