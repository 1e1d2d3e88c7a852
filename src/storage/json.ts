import { gunzipSync, gzipSync } from 'node:zlib';
import { z } from 'zod';

/** A list of short texts as one string property. */
export const jsonList = z.string().transform((text, context): string[] => {
  const list = z.array(z.string()).safeParse(parseJson(text));
  if (list.success) return list.data;
  context.addIssue({ code: 'custom' });
  return z.NEVER;
});

/** A value as JSON in one string property, parsed by `schema`. */
export const jsonOf = <T>(schema: z.ZodType<T>) =>
  z.string().transform((text, context): T => {
    const value = schema.safeParse(parseJson(text));
    if (value.success) return value.data;
    context.addIssue({ code: 'custom' });
    return z.NEVER;
  });

/**
 * A value too big for a property: compressed JSON, cut into properties `name0`, `name1`… of at most 64 KiB. A digest of
 * 500 projects needs about four of the fifteen that fit a row.
 */
export function pack(name: string, value: unknown): Record<string, Uint8Array> {
  const bytes = gzipSync(JSON.stringify(value));
  const parts: Record<string, Uint8Array> = {};
  for (let start = 0; start < bytes.length; start += partBytes) {
    parts[`${name}${start / partBytes}`] = new Uint8Array(bytes.subarray(start, start + partBytes));
  }
  return parts;
}

/** The value that `pack` cut up; throws when a part is missing. */
export function unpack(name: string, row: Record<string, unknown>): unknown {
  const parts: Uint8Array[] = [];
  for (let part = row[name + 0]; part instanceof Uint8Array; part = row[name + parts.length])
    parts.push(part);
  return JSON.parse(gunzipSync(Buffer.concat(parts)).toString('utf8'));
}

const partBytes = 65_536;

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
