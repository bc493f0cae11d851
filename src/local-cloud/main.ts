import { cloud } from '../cli/cloud.js';

process.exitCode = await cloud(process.argv.slice(2));
