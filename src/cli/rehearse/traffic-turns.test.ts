import { expect, test } from '@jest/globals';
import { Tally } from './tally.js';
import { TrafficTurns } from './traffic-turns.js';

test('tells each quarter that the new version takes over, with the failures so far, and nothing in between', () => {
  const told: string[] = [];
  const tally = new Tally(0);
  const turns = new TrafficTurns({ tell: (text) => told.push(text) }, { live: 'v1', new: 'v2' }, tally);
  const answered = (version: string, status: number, times: number): void => {
    for (let i = 0; i < times; i++) {
      const answer = { dueMs: 1, latencyMs: 1, status, version, failure: undefined };
      tally.add(answer);
      turns.add(answer);
    }
  };
  answered('v1', 200, 150);
  answered('v2', 200, 24);
  expect(told).toEqual([]);
  answered('v2', 200, 76);
  answered('v2', 500, 1);
  answered('v1', 200, 100);
  expect(told.map((line) => line.replace(/ of the clients are answered by v2/, ''))).toEqual([
    'v1 ░░░░░░░███ v2  25 %; 175 requests, 0 failed',
    'v1 ░░░░░█████ v2  50 %; 200 requests, 0 failed',
    'v1 ░░████████ v2  75 %; 225 requests, 0 failed',
    'v1 ██████████ v2  100 %; 250 requests, 0 failed',
    'v1 ░░████████ v2  75 %; 275 requests, 1 failed',
    'v1 ░░░░░█████ v2  50 %; 300 requests, 1 failed',
    'v1 ░░░░░░░███ v2  25 %; 325 requests, 1 failed',
    'v1 ░░░░░░░░░░ v2  0 %; 350 requests, 1 failed',
  ]);
});
