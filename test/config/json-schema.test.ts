import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Ajv } from 'ajv';
import ajvFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { schemaFiles } from '../../src/config/json-schema.ts';
import { exampleConfigDirectory } from '../../src/sandbox/example/example-project.ts';
import { type FileName, shipped } from './shipped-files.ts';

function validator(file: FileName) {
  const ajv = new Ajv({ allErrors: true, strict: false });
  ajvFormats.default(ajv);
  return ajv.compile(JSON.parse(readFileSync(`schemas/${file}.schema.json`, 'utf8')));
}

describe.each(['program', 'roster'] satisfies FileName[])('the JSON Schema of %s.yml', (file) => {
  it('is the one in the repository', () => {
    const generated = schemaFiles().find(({ path }) => path === `schemas/${file}.schema.json`);

    expect(readFileSync(`schemas/${file}.schema.json`, 'utf8')).toBe(generated?.text);
  });

  it('accepts the shipped file and is named in its first line', () => {
    const validate = validator(file);

    expect(validate(parseYaml(shipped[file])), JSON.stringify(validate.errors)).toBe(true);
    const [first = ''] = shipped[file].split('\n');
    const named = first.replace('# yaml-language-server: $schema=', '');
    expect(resolve(exampleConfigDirectory, named)).toBe(resolve('schemas', `${file}.schema.json`));
  });

  it('refuses an unknown key', () => {
    expect(validator(file)({ ...parseYaml(shipped[file]), unknown: 1 })).toBe(false);
  });
});
