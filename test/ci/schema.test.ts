import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { expect, it } from 'vitest';
import { contractFolder } from '../contracts/contract-folder.ts';
import { parsePipeline, readPipeline, repository } from './pipeline-file.ts';

const folder = contractFolder(repository.replace(/\/$/, ''), process.env);
const file = folder.kind === 'found' ? join(folder.path, 'gitlab-ci.schema.json') : '';
const required = process.env.SME_DESK_REQUIRE_CONTRACTS === '1';

it('reads a reference as the path it names', () => {
  expect(parsePipeline('script: [!reference [.install, script]]')).toEqual({
    script: [['.install', 'script']],
  });
});

if (existsSync(file) || required) {
  it('the pipeline file is what GitLab’s own schema describes', () => {
    expect(existsSync(file), 'gitlab-ci.schema.json not found: set SME_DESK_CONTRACTS to its folder').toBe(
      true,
    );
    // The schema's patterns are not safe in Unicode mode.
    const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
    addFormats.default(ajv);
    const validate = ajv.compile(JSON.parse(readFileSync(file, 'utf8')));

    validate(readPipeline());

    expect(validate.errors).toBeNull();
  });
} else {
  process.stdout.write(
    'Pipeline not checked against GitLab’s schema: set SME_DESK_CONTRACTS to its folder.\n',
  );
}
