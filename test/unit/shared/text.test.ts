import { deepEqual, equal } from 'node:assert/strict';
import fc from 'fast-check';
import { cleanLine, cleanLines, fold, isLonger, lengthOf } from '../../../src/shared/text.ts';

const anyText = fc.string({ unit: 'binary', maxLength: 200 });

describe('Text', () => {
  it('is folded alike with and without accents, ligatures and typographic signs', () => {
    equal(fold('  Été à l’ŒUVRE  '), "ete a l'oeuvre");
    equal(fold('MISE À JOUR'), fold('mise a jour'));
  });

  it('is as long as a reader counts', () => {
    equal(lengthOf('👩‍👩‍👧 été'), 5);
    equal(lengthOf(''), 0);
    equal(isLonger('é'.repeat(10), 10), false);
    equal(isLonger('é'.repeat(11), 10), true);
    equal(isLonger(`e${'\u0301'.repeat(100)}`, 10), true);
  });

  it('loses what hides or turns other text, and keeps emoji and other scripts', () => {
    equal(cleanLine('a\u202Eb\u200Bc\u0007d'), 'abc d');
    equal(cleanLine('  une\n ligne\t '), 'une ligne');
    equal(cleanLine('👩‍👩‍👧 café'), '👩‍👩‍👧 café');
    equal(cleanLine('مرحبا'), 'مرحبا');
    equal(cleanLine('\uD83D cut'), 'cut');
  });

  it('of several lines is a list without its marks and empty lines', () => {
    deepEqual(cleanLines('- un\r\n\n * deux\n• trois\n— quatre\n1-2 cinq'), [
      'un',
      'deux',
      'trois',
      'quatre',
      '1-2 cinq',
    ]);
    deepEqual(cleanLines('  \n '), []);
  });

  it('once cleaned stays as it is, and holds no control character', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const line = cleanLine(text);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: this is what must not be there
        return cleanLine(line) === line && !/[\u0000-\u001F\u007F-\u009F\u202A-\u202E]/.test(line);
      }),
    );
    fc.assert(fc.property(anyText, (text) => fold(fold(text)) === fold(text)));
    fc.assert(
      fc.property(anyText, (text) => cleanLines(text).every((line) => line !== '' && !line.includes('\n'))),
    );
  });
});
