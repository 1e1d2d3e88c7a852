import { byAge, type OpenDecision } from '../decisions/decision.ts';
import type { Project } from '../projects/project.ts';
import type { Week } from '../shared/calendar.ts';
import type { WeekHealth } from '../shared/health.ts';
import type { Update } from '../updates/update.ts';
import type { Digest, DigestDecision, DigestProject } from './digest.ts';

/**
 * From the projects, the week's updates and the open decisions to the digest. Projects that are paused or done are not
 * asked for news, and their questions wait; what was first asked after the week belongs to a later digest.
 */
export function composeDigest(
  week: Week,
  projects: readonly Project[],
  updates: readonly Update[],
  open: readonly OpenDecision[] = [],
): Digest {
  const byKey = new Map(updates.map((update) => [update.projectKey, update]));
  const entries = projects
    .filter((project) => project.state === 'active')
    .map((project) => entryOf(project, byKey.get(project.key)))
    .sort(
      (a, b) =>
        severity[a.health] - severity[b.health] || compareText(a.name, b.name) || compareText(a.key, b.key),
    );
  const counts: Record<WeekHealth, number> = { onTrack: 0, atRisk: 0, offTrack: 0, silent: 0 };
  for (const entry of entries) counts[entry.health] += 1;
  return { week, counts, projects: entries, decisions: decisionsOf(week, projects, open) };
}

function decisionsOf(
  week: Week,
  projects: readonly Project[],
  open: readonly OpenDecision[],
): DigestDecision[] {
  const names = new Map(
    projects.filter(({ state }) => state === 'active').map(({ key, name }) => [key, name]),
  );
  return [...open].sort(byAge).flatMap(({ id, question, projectKey, askedWeek }) => {
    const projectName = names.get(projectKey);
    return projectName === undefined || askedWeek > week ? [] : [{ id, question, projectName, askedWeek }];
  });
}

const severity: Record<WeekHealth, number> = { offTrack: 0, atRisk: 1, onTrack: 2, silent: 3 };
const compareText = new Intl.Collator('fr').compare;

function entryOf(project: Project, update: Update | undefined): DigestProject {
  const { key, name, programme, latest } = project;
  if (!update) {
    const lastHeard = latest && { week: latest.week, health: latest.health };
    return { key, name, programme, health: 'silent', summary: '', risks: [], next: [], lastHeard };
  }
  const { health, progress, summary, risks, next } = update;
  return { key, name, programme, health, progress, summary, risks, next };
}
