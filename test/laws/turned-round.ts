import type { Answer } from '../../src/sandbox/answer.ts';
import type { Call } from '../../src/sandbox/world.ts';

/** Every list in an answer to the desk the other way round; what is asked for sorted comes unsorted, too. */
export function turnedRound(call: Call, answer: Answer): Answer {
  const type = answer.headers['content-type'] ?? '';
  if (call.write || call.actor !== 'project_7_bot_desk' || !type.includes('json')) return answer;
  return { ...answer, body: JSON.stringify(reversed(JSON.parse(answer.body))) };
}

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed).reverse();
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, reversed(each)]));
}
