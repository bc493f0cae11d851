import { messageOf } from '../ports/message-of.js';
import { GitHubApi } from './api.js';

/** One comment of a pull request that is kept up to date. */
export interface StickyComment {
  /** Of the REST API. */
  readonly apiUrl: string;
  readonly token: string;
  /** `owner/name` */
  readonly repository: string;
  readonly pullRequest: number;
  /** What the comment is about: there is one for each, and it is found by this. */
  readonly about: string;
  readonly markdown: string;
  readonly warn: (text: string) => void;
}

/** GitHub refuses longer ones. */
const mostCharacters = 65_536;
const perPage = 100;
/** So many comments are looked through. */
const mostPages = 20;
/** How long all of it may take, ms. */
const patienceMs = 30_000;

/**
 * Writes the comment, over the one that a run before has left. It fails softly: a pull request from a fork, or a job without
 * the permission, is a warning and no more.
 * https://docs.github.com/en/rest/issues/comments
 */
export async function keepComment(comment: StickyComment): Promise<void> {
  const { repository, pullRequest, about, markdown, warn } = comment;
  const api = new GitHubApi(comment.apiUrl, comment.token, AbortSignal.timeout(patienceMs));
  const mark = markOf(about);
  const body = cut(`${mark}\n${markdown}`);
  const path = `/repos/${repository}/issues`;
  try {
    const left = await find(api, `${path}/${pullRequest}/comments`, mark);
    if (left === undefined) await api.post(`${path}/${pullRequest}/comments`, { body });
    else if (left.body !== body) await api.patch(`${path}/comments/${left.id}`, { body });
  } catch (error) {
    const problem = messageOf(error);
    const advice = /\b(403|404)\b/.test(problem)
      ? ' Does the job have `permissions: { pull-requests: write }`? A run for a pull request from a fork never has it.'
      : '';
    warn(`The comment on the pull request could not be written: ${problem}.${advice}`);
  }
}

/** Not shown in Markdown. */
const markOf = (about: string): string => `<!-- sluice: ${about.replaceAll('--', '- -')} -->`;

interface Listed {
  readonly id: number;
  readonly body?: string;
  readonly user?: { readonly type?: string } | null;
  readonly author_association?: string;
}

/** Oldest first. Comments of people from outside do not count, whatever they begin with. */
async function find(api: GitHubApi, path: string, mark: string): Promise<Listed | undefined> {
  for (let page = 1; page <= mostPages; page++) {
    const comments = await api.get<readonly Listed[]>(`${path}?per_page=${perPage}&page=${page}`);
    const found = comments.find((each) => each.body?.startsWith(mark) === true && isOwn(each));
    if (found !== undefined || comments.length < perPage) return found;
  }
  return undefined;
}

/** Of an app, as `github.token` is, or of somebody who may write to the repository. */
const isOwn = ({ user, author_association: as = '' }: Listed): boolean =>
  user?.type === 'Bot' || ['OWNER', 'MEMBER', 'COLLABORATOR'].includes(as);

function cut(body: string): string {
  const note = '\n\n_The rest is in the summary of the run._\n';
  return body.length <= mostCharacters ? body : `${body.slice(0, mostCharacters - note.length)}${note}`;
}
