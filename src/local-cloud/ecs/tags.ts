import type {
  ListTagsForResourceCommandInput,
  Tag,
  TagResourceCommandInput,
  UntagResourceCommandInput,
} from '@aws-sdk/client-ecs';
import type { Operation } from '../contract.js';
import { invalid } from './service-checks.js';
import type { World } from './world.js';

/** Clusters, services, tasks and task definitions carry tags. */
function tagsOf(world: World, arn: string): Tag[] {
  const kind = /^arn:[^:]+:ecs:[^:]*:[^:]*:([a-z-]+)\//.exec(arn)?.[1];
  const found =
    kind === 'cluster'
      ? [...world.clusters.values()].find((each) => each.clusterArn === arn && each.status === 'ACTIVE')
      : kind === 'service'
        ? world.services.findLast((each) => each.arn === arn && each.status !== 'INACTIVE')
        : kind === 'task'
          ? world.tasks.get(arn)
          : kind === 'task-definition'
            ? [...world.families.values()].flat().find((each) => each.taskDefinitionArn === arn)
            : undefined;
  return found?.tags ?? invalid(`The specified resource was not found: ${arn}`);
}

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-using-tags.html */
const MOST_TAGS = 50;

export function tagOperations(world: World): Record<string, Operation> {
  return {
    TagResource(input: TagResourceCommandInput) {
      const tags = tagsOf(world, input.resourceArn ?? '');
      const merged = new Map(tags.map((tag) => [tag.key, tag]));
      for (const tag of input.tags ?? []) {
        if (tag.key?.toLowerCase().startsWith('aws:')) invalid('Tag keys must not begin with aws:.');
        merged.set(tag.key, tag);
      }
      if (merged.size > MOST_TAGS) invalid(`A resource can have at most ${MOST_TAGS} tags.`);
      tags.splice(0, tags.length, ...merged.values());
      return {};
    },

    UntagResource(input: UntagResourceCommandInput) {
      const tags = tagsOf(world, input.resourceArn ?? '');
      tags.splice(0, tags.length, ...tags.filter((tag) => !input.tagKeys?.includes(tag.key ?? '')));
      return {};
    },

    ListTagsForResource(input: ListTagsForResourceCommandInput) {
      return { tags: tagsOf(world, input.resourceArn ?? '') };
    },
  };
}
