import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** `npm run pictures` puts them into the documents; a usual run leaves those alone. */
export const pictures = process.env.PICTURES ?? join(tmpdir(), 'transfo-pictures');
