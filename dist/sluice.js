#!/usr/bin/env node
import { sluice } from './index.js';

await sluice(process.argv.slice(2));
