import assert from 'node:assert/strict';
import { actionsOf, cardsOf, findInCard, inputsOf, pressedData, textOf } from '../support/cards.ts';

const card = {
  type: 'AdaptiveCard',
  version: '1.5',
  refresh: { action: { type: 'Action.Execute', title: 'Rafraîchir', verb: 'refresh' } },
  body: [
    { type: 'TextBlock', text: 'Point hebdo' },
    { type: 'TextBlock', text: 'Caché', isVisible: false },
    {
      type: 'ColumnSet',
      columns: [
        { type: 'Column', items: [{ type: 'TextBlock', text: 'NC Connect' }] },
        {
          type: 'Column',
          items: [{ type: 'RichTextBlock', inlines: ['à ', { type: 'TextRun', text: '80 %' }] }],
        },
      ],
      selectAction: { type: 'Action.Execute', verb: 'project.open' },
    },
    { type: 'FactSet', facts: [{ title: 'Météo', value: 'à surveiller' }] },
    {
      type: 'Input.ChoiceSet',
      id: 'health',
      label: 'Météo',
      value: 'atRisk',
      choices: [{ title: 'En bonne voie', value: 'onTrack' }],
    },
    { type: 'Input.Text', id: 'summary', label: 'Résumé', placeholder: 'Une phrase', value: 'Recette' },
    { type: 'Input.Toggle', id: 'urgent', title: 'Urgent' },
    {
      type: 'Chart.Donut',
      data: [{ legend: 'En bonne voie', value: 3 }],
      fallback: { type: 'TextBlock', text: 'Pas de graphique' },
    },
    {
      type: 'Container',
      isVisible: false,
      items: [{ type: 'ActionSet', actions: [{ type: 'Action.Submit', title: 'Invisible' }] }],
    },
  ],
  actions: [
    {
      type: 'Action.Execute',
      title: 'Publier',
      verb: 'digest.publish',
      data: { week: '2026-W47' },
      fallback: { type: 'Action.Submit', title: 'Publier' },
    },
    { type: 'Action.Execute', title: 'Annuler', verb: 'form.cancel', associatedInputs: 'none' },
    {
      type: 'Action.ShowCard',
      title: 'Plus',
      card: { type: 'AdaptiveCard', body: [{ type: 'TextBlock', text: 'Détail' }] },
    },
  ],
};

describe('Reading a card', () => {
  it('gives the text a person sees, in order, and nothing they do not see', () => {
    assert.deepEqual(textOf(card).split('\n'), [
      ...['Point hebdo', 'NC Connect', 'à 80 %', 'Météo : à surveiller', 'Météo', 'En bonne voie'],
      ...[
        'Résumé',
        'Une phrase',
        'Recette',
        'Urgent',
        'En bonne voie : 3',
        'Publier',
        'Annuler',
        'Plus',
        'Détail',
      ],
    ]);
  });

  it('gives the text of a message with its cards', () => {
    const message = {
      text: 'Bonjour',
      attachments: [
        { contentType: 'application/vnd.microsoft.card.adaptive', content: card },
        { contentType: 'text/html', content: '<p>Bonjour</p>' },
      ],
    };

    assert.deepEqual(cardsOf(message), [card]);
    assert.match(textOf(message), /^Bonjour\nPoint hebdo\n/);
    assert.equal(textOf({ text: 'Bonjour' }), 'Bonjour');
  });

  it('gives the actions one can take: no fallback, no refresh, nothing hidden', () => {
    assert.deepEqual(
      actionsOf(card).map(({ verb, title }) => verb ?? title),
      ['project.open', 'digest.publish', 'form.cancel', 'Plus'],
    );
  });

  it('finds elements and inputs', () => {
    assert.equal(findInCard(card, ({ text }) => text === '80 %')?.type, 'TextRun');
    assert.equal(
      findInCard(card, ({ text }) => text === 'Pas de graphique'),
      undefined,
    );
    assert.deepEqual([...inputsOf(card).keys()], ['health', 'summary', 'urgent']);
  });

  it('gives what a press sends: strings, nothing empty, nothing at all where the button takes no input', () => {
    assert.deepEqual(pressedData(card, 'digest.publish', { summary: '' }), {
      week: '2026-W47',
      health: 'atRisk',
      urgent: 'false',
    });
    assert.deepEqual(pressedData(card, 'form.cancel', {}), {});
  });
});
