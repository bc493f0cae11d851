import { run } from '../index.js';

await run('recover', 'main');
