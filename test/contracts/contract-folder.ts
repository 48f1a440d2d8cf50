import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Where the vendors' descriptions are; they carry their own licences, so they are read and never copied in. */
export type ContractFolder = { readonly kind: 'found'; readonly path: string } | Absence;

/** No descriptions on this machine; `required` makes that a failure instead of a line of output. */
export interface Absence {
  readonly kind: 'absent';
  readonly required: boolean;
  readonly message: string;
}

const NEEDED = ['gitlab.openapi.json', 'slack.openapi.json'] as const;

/**
 * Finds the folder with the vendors' descriptions: `SME_DESK_CONTRACTS` if it is set, else the first
 * `shared/contracts` beside `from` or beside one of the folders above it.
 */
export function contractFolder(
  from: string,
  env: Readonly<Record<string, string | undefined>>,
): ContractFolder {
  const named = env.SME_DESK_CONTRACTS;
  if (named !== undefined && named !== '') return holdsContracts(named) ? found(named) : absent(env);
  for (let folder = from; ; folder = dirname(folder)) {
    const candidate = join(folder, '..', 'shared', 'contracts');
    if (holdsContracts(candidate)) return found(candidate);
    if (dirname(folder) === folder) return absent(env);
  }
}

function holdsContracts(folder: string): boolean {
  return NEEDED.every((file) => existsSync(join(folder, file)));
}

function found(path: string): ContractFolder {
  return { kind: 'found', path };
}

function absent(env: Readonly<Record<string, string | undefined>>): Absence {
  return {
    kind: 'absent',
    required: env.SME_DESK_REQUIRE_CONTRACTS === '1',
    message: `Contracts not checked: no folder with ${NEEDED.join(' and ')}. Set SME_DESK_CONTRACTS to it.`,
  };
}
