import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { composeDigest } from '../../../src/digests/compose-digest.ts';
import { digestCard, previewCard } from '../../../src/digests/digest-card.ts';
import { translatorOf } from '../../../src/i18n/translate.ts';
import { textOf } from '../../support/cards.ts';
import { decision, project, update, week } from '../../support/samples.ts';

const fr = translatorOf('fr');

describe('The digest', () => {
  it('has the worst first, then names the silent ones as silent, and leaves paused and done out', () => {
    const digest = composeDigest(
      week('2026-W47'),
      [
        project({ key: 'A', name: 'Vert' }),
        project({ key: 'B', name: 'Rouge' }),
        project({
          key: 'C',
          name: 'Muet',
          latest: { week: week('2026-W45'), version: 1, health: 'onTrack' },
        }),
        project({ key: 'D', name: 'Jamais' }),
        project({ key: 'E', name: 'Pause', state: 'paused' }),
        project({ key: 'F', name: 'Fini', state: 'done' }),
      ],
      [
        { ...update({ projectKey: 'A' }), version: 1 },
        { ...update({ projectKey: 'B', health: 'offTrack' }), version: 1 },
        { ...update({ projectKey: 'E' }), version: 1 },
      ],
    );
    const names = digest.projects.map(({ name, health }) => `${name} ${health}`);
    equal(names.join(', '), 'Rouge offTrack, Vert onTrack, Jamais silent, Muet silent');
    const text = textOf(digestCard(fr, digest));
    match(text, /2 projets sur 4 ont donné des nouvelles/);
    match(text, /Muet · en bonne voie à sa dernière mise à jour, il y a 2 semaines/);
    match(text, /Jamais · jamais de nouvelles/);
  });

  it('has the questions that wait, the oldest first, of active projects and of that week or before', () => {
    const projects = [project(), project({ key: 'PAUS', state: 'paused' })];
    const open = [
      decision({ question: 'Plus tard ?', askedWeek: week('2026-W48') }),
      decision({ question: 'En pause ?', projectKey: 'PAUS' }),
      decision({ question: 'Sans projet ?', projectKey: 'RIEN' }),
      ...[47, 41, 45, 46].map((number) =>
        decision({ question: `Semaine ${number} ?`, askedWeek: week(`2026-W${number}`) }),
      ),
    ];
    const digest = composeDigest(week('2026-W47'), projects, [], open);
    deepEqual(digest, composeDigest(week('2026-W47'), projects, [], [...open].reverse()));
    const text = textOf(digestCard(fr, digest));
    match(text, /Décisions attendues · 3 sur 4\nSemaine 41 \?\n.* · il y a 6 semaines\nRépondre\nSemaine 45/);
    match(text, /Semaine 46 \?\n.*\nRépondre\nUne autre : écrivez « décisions »\./);
    ok(!text.includes('Semaine 47'));
  });

  it('fits a message with 5 to 500 projects of the longest texts, and counts what it could not show', () => {
    for (const count of [0, 5, 50, 500]) {
      const projects = Array.from({ length: count }, (_, n) =>
        project({ key: `P${n}`, name: `Projet ${n} ${'é'.repeat(60)}` }),
      );
      const updates = projects.slice(0, count / 2).map(({ key }) => ({
        ...update({
          projectKey: key,
          summary: 'ç'.repeat(280),
          risks: Array(10).fill('r'.repeat(200)),
          next: Array(10).fill('n'.repeat(200)),
        }),
        version: 1,
      }));
      const digest = composeDigest(week('2026-W47'), projects, updates);
      for (const card of [
        digestCard(fr, digest),
        previewCard(fr, digest, true),
        digestCard(translatorOf('en'), digest),
      ]) {
        ok(JSON.stringify(card).length <= 24_000);
      }
      const text = textOf(digestCard(fr, digest));
      const named = (text.match(/Projet \d+ é/g) ?? []).length;
      const hidden = Number(/Et (\d+) autres? projets?/.exec(text)?.[1] ?? 0);
      equal(named + hidden, count);
    }
  });
});
