import { run } from '../index.js';

await run('ecs-blue-green', 'post');
