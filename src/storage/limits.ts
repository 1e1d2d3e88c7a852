/** What a store writes: keys, the row's schema version `v`, and the row's own properties. */
export type Row = Record<string, string | number | boolean | Uint8Array | undefined> & {
  partitionKey: string;
  rowKey: string;
  v: number;
};

/**
 * The limits of the real service, which Azurite does not keep
 * (learn.microsoft.com, storage/tables/scalability-targets; rest/api/storageservices/understanding-the-table-service-data-model).
 */
const limits = {
  keyCharacters: 512,
  stringCharacters: 32_768,
  binaryBytes: 65_536,
  rowBytes: 1_048_576,
  properties: 252,
  transactionRows: 100,
  transactionBytes: 4 * 1_048_576,
};

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what a key must not have
const forbiddenInKeys = /[/\\#?\u0000-\u001F\u007F-\u009F]/;

/** Throws when the real service would refuse the key. */
export function checkKey(key: string): void {
  if (key.length > limits.keyCharacters)
    throw new RangeError(`a key of ${key.length} characters is too long`);
  if (forbiddenInKeys.test(key)) throw new RangeError('a key holds a character that keys must not have');
}

/** Any text as a key: what a key must not have, and `~` and `%`, are percent-encoded. */
export const encodeKey = (text: string): string =>
  text.replace(
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what a key must not have
    /[/\\#?%~\u0000-\u001F\u007F-\u009F]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );

/** Throws when the real service would refuse the row. */
export function checkRow(row: Row): void {
  checkKey(row.partitionKey);
  checkKey(row.rowKey);
  const names = Object.keys(row).filter((name) => row[name] !== undefined);
  // The two keys are not counted; the `op` added to every write is.
  if (names.length - 2 + 1 > limits.properties)
    throw new RangeError(`a row of ${names.length} properties is too wide`);
  for (const name of names) {
    if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) throw new RangeError(`"${name}" is no name of a property`);
    const value = row[name];
    if (typeof value === 'string' && value.length > limits.stringCharacters) {
      throw new RangeError(
        `the property "${name}" has ${value.length} characters, more than ${limits.stringCharacters}`,
      );
    }
    if (value instanceof Uint8Array && value.byteLength > limits.binaryBytes) {
      throw new RangeError(
        `the property "${name}" has ${value.byteLength} bytes, more than ${limits.binaryBytes}`,
      );
    }
  }
  if (bytesOf(row) > limits.rowBytes) throw new RangeError(`a row of ${bytesOf(row)} bytes is too big`);
}

/** Throws when the real service would refuse the transaction. */
export function checkTransaction(rows: readonly Row[]): void {
  for (const row of rows) checkRow(row);
  if (rows.length > limits.transactionRows)
    throw new RangeError(`${rows.length} rows are too many for a transaction`);
  if (new Set(rows.map((row) => row.partitionKey)).size > 1)
    throw new RangeError('a transaction has one partition');
  const bytes = rows.reduce((sum, row) => sum + bytesOf(row), 0);
  if (bytes > limits.transactionBytes) throw new RangeError(`a transaction of ${bytes} bytes is too big`);
}

/** The service's own formula: 2 bytes a character of keys, names and strings, and a few for each property. */
function bytesOf(row: Row): number {
  let bytes = 4 + 2 * (row.partitionKey.length + row.rowKey.length);
  for (const [name, value] of Object.entries(row)) {
    if (value === undefined) continue;
    bytes += 8 + 2 * name.length;
    if (typeof value === 'string') bytes += 4 + 2 * value.length;
    else if (value instanceof Uint8Array) bytes += 4 + value.byteLength;
    else bytes += 8;
  }
  return bytes;
}
