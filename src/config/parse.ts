import type * as z from 'zod';
import { normalise, type Written } from './normalise.ts';
import type { ConfigProblem, Finding, Path } from './problem.ts';
import { areaRules } from './rules/areas.ts';
import { collateralRules } from './rules/collateral.ts';
import { feedbackRules } from './rules/feedback.ts';
import { patternRules } from './rules/patterns.ts';
import { peopleRules } from './rules/people.ts';
import { policyRules } from './rules/policy.ts';
import { regionRules } from './rules/regions.ts';
import { requesterRules } from './rules/requesters.ts';
import type { Rule } from './rules/rule.ts';
import { programFile } from './schema/program.ts';
import { rosterFile } from './schema/roster.ts';
import { schemaProblems } from './schema-problems.ts';
import type { Config } from './types.ts';
import { problemAt, readYaml, type SourceFile, type YamlSource } from './yaml-source.ts';

/** Every cross-field rule, in the order their problems are told. */
const rules: readonly Rule[] = [
  ...regionRules,
  ...areaRules,
  ...requesterRules,
  ...peopleRules,
  ...policyRules,
  ...patternRules,
  ...collateralRules,
  ...feedbackRules,
];

/** The configuration, or everything that is wrong with it, in the order of the files. */
export type ParsedConfig =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly problems: readonly ConfigProblem[] };

interface Read<T> {
  readonly findings: readonly Finding[];
  /** Null: too little is right for the cross-field rules to say anything true. */
  readonly value: T | null;
}

/** A copy without the keys at the paths; a path that ends in a list takes the whole list. */
function without(data: unknown, paths: readonly Path[]): unknown {
  const copy: unknown = structuredClone(data);
  for (const path of paths) {
    const end = path.findLastIndex((step) => typeof step === 'string');
    let parent: unknown = copy;
    for (const step of path.slice(0, Math.max(0, end))) {
      if (typeof parent === 'object' && parent !== null) parent = Reflect.get(parent, step);
    }
    const last = path[end];
    if (typeof parent === 'object' && parent !== null && last !== undefined)
      Reflect.deleteProperty(parent, last);
  }
  return copy;
}

/**
 * Checks one file against its schema. What is wrong is left out and the rest checked again, so that the
 * cross-field rules can still speak about it: a person sees all problems at once, not one kind after the other.
 */
function readFile<T>(file: Finding['file'], schema: z.ZodType<T>, data: unknown): Read<T> {
  const first = schema.safeParse(data);
  if (first.success) return { findings: [], value: first.data };
  const findings = schemaProblems(file, data, first.error.issues);
  const second = schema.safeParse(
    without(
      data,
      findings.map(({ path }) => path),
    ),
  );
  return { findings, value: second.success ? second.data : null };
}

/** Whether one path lies on the other: then the value in question was left out, and the rule saw its default. */
function touches(left: Path, right: Path): boolean {
  const shorter = Math.min(left.length, right.length);
  return left.slice(0, shorter).every((step, index) => step === right[index]);
}

function applyRules(written: Written, known: readonly Finding[]): Finding[] {
  const findings: Finding[] = [];
  for (const rule of rules) {
    for (const finding of rule(written)) {
      const echo = known.some(({ file, path }) => file === finding.file && touches(path, finding.path));
      if (!echo) findings.push(finding);
    }
  }
  return findings;
}

function located(
  findings: readonly Finding[],
  sources: Record<Finding['file'], YamlSource>,
): ConfigProblem[] {
  const problems = findings.map(({ file, path, message, cure }) =>
    problemAt(sources[file], path, message, cure),
  );
  const order = [sources.program.file, sources.roster.file];
  return problems.sort((a, b) => order.indexOf(a.file) - order.indexOf(b.file) || a.line - b.line);
}

/** Checks the two files together. Pure; whatever the texts are, it gives a configuration or problems. */
export function parseConfig(files: {
  readonly program: SourceFile;
  readonly roster: SourceFile;
}): ParsedConfig {
  const program = readYaml(files.program);
  const roster = readYaml(files.roster);
  if (!('data' in program) || !('data' in roster)) {
    const unread = [program, roster].flatMap((source) => ('data' in source ? [] : source));
    return { ok: false, problems: unread };
  }
  const readProgram = readFile('program', programFile, program.data);
  const readRoster = readFile('roster', rosterFile, roster.data);
  const findings = [...readProgram.findings, ...readRoster.findings];
  if (readProgram.value !== null && readRoster.value !== null) {
    const written = { program: readProgram.value, roster: readRoster.value };
    findings.push(...applyRules(written, findings));
    if (findings.length === 0) return { ok: true, config: normalise(written) };
  }
  return { ok: false, problems: located(findings, { program, roster }) };
}
