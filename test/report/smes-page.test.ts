import { describe, expect, it } from 'vitest';
import { smesPage } from '../../src/report/smes-page.ts';
import { generatedHistory } from '../builders/program-history.ts';
import { reportInput, reportOf } from './sample-pages.ts';

const year = generatedHistory();
const report = reportOf(year, '2026-10');
const page = smesPage(reportInput(year), report);

function section(heading: string): string {
  return page.split(`${heading}\n`)[1]?.split(/\n##/)[0] ?? '';
}

describe('the page of the SMEs', () => {
  it('lists them by area, leads first, with level, region, time zone and term', () => {
    const names = [...section('### AI').matchAll(/^\| (?<name>\w+ \w+) \|/gm)].map(
      ({ groups }) => groups?.name,
    );

    expect(names).toEqual(['Mei Tanaka', 'Ines Ferrer', 'Jonas Weber']);
    expect(section('### AI')).toContain(
      '| Ines Ferrer | SME | EMEA | Europe/Madrid | 2026-01-01 to 2027-12-31 |',
    );
  });

  it('says where nobody is', () => {
    const coverage = section('## Where there is somebody');

    expect(coverage).toContain('| AI | 2 | nobody | 1 |');
    expect(coverage).toContain('| Security | 1 associate | 1 | 1 |');
  });

  it('leaves out whose term is over, and says how many', () => {
    const roster = year.config.roster.map((sme) =>
      sme.gitlab === 'ines' ? { ...sme, term: { from: '2025-01-01', to: '2026-10-31' } } : sme,
    );
    const later = { ...year, config: { ...year.config, roster } };
    const text = smesPage(reportInput(later), report);

    expect(text).not.toContain('Ines Ferrer');
    expect(text).toContain('Not listed: 1 whose term is over.');
  });

  it('tells the load overall and by area, but not of an area with one SME', () => {
    const utilisation = section('### Utilisation');

    expect(utilisation).toContain('| **Overall** |');
    expect(utilisation).toContain('| Area: AI |');
    expect(utilisation).not.toContain('| Area: CI/CD |');
    expect(page).not.toContain('| Region: ');
  });

  it('says what to do where an area has nobody', () => {
    const none = { ...year, config: { ...year.config, roster: [] } };

    expect(smesPage(reportInput(none), report)).toContain(
      'Nobody yet. Propose somebody to the program leads.',
    );
  });

  it('names nobody by username and mentions nobody', () => {
    expect(page).not.toMatch(/@|\bmei\b|\bines\b/);
  });
});
