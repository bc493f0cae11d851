import { type Kind, read, wrong } from './kind.js';
import * as kinds from './kinds.js';

/** The kinds that several actions share, so that the same word takes the same text everywhere. */

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateCluster.html */
export function clusterName(): Kind<string> {
  return kinds.text({
    pattern: /^(arn:aws[a-z-]*:ecs:[a-z0-9-]+:\d{12}:cluster\/)?[A-Za-z0-9_-]{1,255}$/,
    accepts: 'the name or the ARN of an ECS cluster',
  });
}

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html */
export function serviceName(): Kind<string> {
  return kinds.text({ pattern: /^[A-Za-z0-9_-]{1,255}$/, accepts: 'the name of an ECS service' });
}

/** https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-su-create.html */
export function parameterName(): Kind<string> {
  return kinds.text({
    pattern: /^\/(?!aws|ssm)[A-Za-z0-9_.-]+(\/[A-Za-z0-9_.-]+){0,13}$/i,
    accepts: 'the name of an SSM parameter such as /sluice/shop, which does not begin with /aws or /ssm',
  });
}

export function region(): Kind<string> {
  return kinds.text({ pattern: /^[a-z]{2,4}(-[a-z]+)+-\d{1,2}$/, accepts: 'an AWS Region such as eu-central-1' });
}

/** A file or a folder of what is checked out. */
export function pathInRepository(): Kind<string> {
  return {
    label: 'path',
    accepts: 'a path from the top of the repository',
    absent: undefined,
    read: (given) => {
      if (given.startsWith('/') || /^[A-Za-z]:/.test(given)) return wrong('is not below the top of the repository');
      if (given.includes('\\')) return wrong('has a \\ in it', given.replaceAll('\\', '/'));
      return given.split('/').includes('..') ? wrong('leaves the repository') : read(given);
    },
  };
}

/** https://docs.docker.com/reference/dockerfile/#from */
export function stageName(): Kind<string> {
  return kinds.text({ pattern: /^[A-Za-z0-9][A-Za-z0-9_.-]*$/, accepts: 'the name of a stage of the Dockerfile' });
}
