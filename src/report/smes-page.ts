import type { Area, Config, Level, Sme } from '../config/types.ts';
import { metrics } from '../domain/metrics/metrics.ts';
import { dayOf } from '../domain/metrics/month.ts';
import { escapeMarkdown } from './escape.ts';
import { groupTable } from './group-table.ts';
import { markdownTable } from './markdown-table.ts';
import { figureIn, listedGroups } from './metric-figures.ts';
import { metricName, whatItIs } from './metrics-page.ts';
import { monthTitle } from './month-title.ts';
import { instantText, type PeriodReport, type ReportInput, revisionText } from './report-input.ts';

const levels: Readonly<Record<Level, { readonly name: string; readonly rank: number }>> = {
  lead: { name: 'lead', rank: 0 },
  sme: { name: 'SME', rank: 1 },
  associate: { name: 'associate', rank: 2 },
};

/** Whether the term has not ended by a day, `YYYY-MM-DD`. One that begins later is listed with its dates. */
function isCurrent({ term }: Sme, day: string): boolean {
  return term === null || term.to >= day;
}

function smesOf(area: Area, smes: readonly Sme[]): { sme: Sme; level: Level }[] {
  return smes
    .flatMap((sme) => {
      const level = sme.areas[area.key];
      return level === undefined ? [] : [{ sme, level }];
    })
    .sort((a, b) => levels[a.level].rank - levels[b.level].rank || (a.sme.name < b.sme.name ? -1 : 1));
}

function areaSection(config: Config, area: Area, smes: readonly Sme[]): string {
  const regionName = (key: string): string =>
    escapeMarkdown(config.regions.find((region) => region.key === key)?.name ?? key);
  const rows = smesOf(area, smes).map(({ sme, level }) => [
    escapeMarkdown(sme.name),
    levels[level].name,
    regionName(sme.region),
    escapeMarkdown(sme.calendar.timezone),
    sme.term === null ? 'open' : `${sme.term.from} to ${sme.term.to}`,
  ]);
  const heading = `### ${escapeMarkdown(area.name)}`;
  if (rows.length === 0) return `${heading}\n\nNobody yet. Propose somebody to the program leads.`;
  return `${heading}\n\n${markdownTable(['Name', 'Level', 'Region', 'Time zone', 'Term'], rows)}`;
}

/** `2`, `1 + 1 associate`; a gap in words, so that it is seen. */
function coverageCell(area: Area, region: string, smes: readonly Sme[]): string {
  const there = smesOf(area, smes).filter(({ sme }) => sme.region === region);
  const associates = there.filter(({ level }) => level === 'associate').length;
  const full = there.length - associates;
  if (there.length === 0) return 'nobody';
  const learning = associates === 0 ? '' : `${associates} associate${associates === 1 ? '' : 's'}`;
  return [full === 0 ? '' : String(full), learning].filter((part) => part !== '').join(' + ');
}

function coverage({ areas, regions }: Config, smes: readonly Sme[]): string {
  const rows = areas.map((area) => [
    escapeMarkdown(area.name),
    ...regions.map(({ key }) => coverageCell(area, key, smes)),
  ]);
  return markdownTable(['Area', ...regions.map(({ name }) => escapeMarkdown(name))], rows);
}

/**
 * How the work lies on them, for all and by area. Beside their names the load of an area with one SME would be that
 * person's: it stands in their own record and not here.
 */
function load(report: PeriodReport): string[] {
  const groups = listedGroups(report.measured).filter(
    (each) => each.group.kind !== 'region' && (figureIn(each, 'utilisation.share')?.n ?? 0) !== 1,
  );
  return metrics.flatMap(({ definition }) => {
    if (definition.key !== 'utilisation' && definition.key !== 'fairness') return [];
    const { columns, chart, name } = definition;
    const shown = columns.length === 0 ? [{ figure: chart, head: name }] : columns;
    return [`### ${metricName(definition)}`, whatItIs(definition), groupTable(groups, shown)];
  });
}

/**
 * The wiki page `smes`: who can help with what, where nobody can, and how the work is spread. A living page; names come
 * from the roster, and no figure is about one person.
 */
export function smesPage({ history, revisions }: ReportInput, report: PeriodReport): string {
  const { config, now } = history;
  const smes = config.roster.filter((sme) => isCurrent(sme, dayOf(now, config.calendar.timezone)));
  const ended = config.roster.length - smes.length;
  const left = ended === 0 ? '' : ` Not listed: ${ended} whose term is over.`;
  const parts = [
    `**${people(smes.length)} for ${config.areas.length === 1 ? '1 area' : `${config.areas.length} areas`}.** Ask for one with a request: the link stands on [home](/home). The desk chooses among those who are free.${left}`,
    '## Where there is somebody',
    'SMEs by area and region. Associates learn and come along.',
    coverage(config, smes),
    '## By area',
    ...config.areas.map((area) => areaSection(config, area, smes)),
    `## Load in ${monthTitle(report.measured.period.name)}`,
    'Areas with one SME are left out: that would be a figure of one person.',
    ...load(report),
    '## What this page rests on',
    `The roster as read on ${instantText(now)}, configuration ${revisionText(revisions.config)}, code ${revisionText(revisions.code)}. Load: the figures of the [report](/reports/${report.measured.period.name}). Each SME finds their own figures in their issue “My SME record”.`,
  ];
  return `${parts.join('\n\n')}\n`;
}

function people(count: number): string {
  return count === 1 ? '1 SME or associate' : `${count} SMEs and associates`;
}
