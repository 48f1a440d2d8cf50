import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RequestHistory } from '../../src/domain/metrics/facts.ts';
import type { MeasureInput } from '../../src/domain/metrics/program-history.ts';
import type { LabelEvent } from '../../src/domain/snapshot.ts';

/** How many requests stand in one file: what is read never stands in the memory twice as a whole. */
const many = 500;

/** Writes a program to some files of a folder. */
export function writeProgram(folder: string, program: MeasureInput): void {
  const { requests, ...facts } = program.facts;
  const files = Math.ceil(requests.length / many);
  for (let file = 0; file < files; file += 1) {
    write(folder, `requests-${file}`, requests.slice(file * many, (file + 1) * many));
  }
  write(folder, 'rest', { ...program, facts, files });
}

/** Reads a program from the files of a folder, with one object for each label, as the desk has it. */
export function readProgram(folder: string): MeasureInput {
  const { files, facts, ...rest } = read(folder, 'rest');
  const labels = new Map<number, LabelEvent['label']>();
  const users = new Map<number, LabelEvent['user']>();
  const asRead = (request: RequestHistory): RequestHistory => ({
    ...request,
    labelEvents: request.labelEvents.map((event) => ({
      ...event,
      label: once(labels, event.label?.id ?? 0, event.label),
      user: once(users, event.user?.id ?? 0, event.user),
    })),
  });
  const requests: RequestHistory[] = [];
  for (let file = 0; file < files; file += 1) {
    for (const request of read(folder, `requests-${file}`)) requests.push(asRead(request));
  }
  return { ...rest, facts: { ...facts, requests } };
}

function once<T>(known: Map<number, T>, id: number, value: T): T {
  const first = known.get(id) ?? value;
  known.set(id, first);
  return first;
}

function write(folder: string, name: string, value: unknown): void {
  writeFileSync(join(folder, `${name}.json`), JSON.stringify(value));
}

function read(folder: string, name: string) {
  return JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'));
}
