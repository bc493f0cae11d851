import { InputError } from '../spec/input-error.js';
import { eventBase } from './event-base.js';
import { runContext } from './run-context.js';

/**
 * The paths that differ since a commit, by default the one that the event of this run compares with; `all` on a new branch.
 * It throws an InputError that names `changed-since` when neither is known.
 *
 * @param changedPaths how the repository in a folder is asked for what differs since a commit
 */
export const changedSince =
  (changedPaths: (commit: string, folder: string) => Promise<readonly string[]>) =>
  async (since: string | undefined): Promise<readonly string[] | 'all'> => {
    const base = since === undefined ? await eventBase() : { is: 'commit' as const, commit: since };
    if (base.is === 'new branch') return 'all';
    if (base.is === 'commit') return changedPaths(base.commit, runContext().workspace);
    const wrong = 'is required: this run is for neither a push nor a pull request, which would say it';
    throw new InputError([{ input: 'changed-since', wrong }]);
  };
