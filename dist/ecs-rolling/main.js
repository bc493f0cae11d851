import { run } from '../index.js';

await run('ecs-rolling', 'main');
