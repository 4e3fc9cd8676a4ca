import { base64 } from '../seal/spelling.ts';
import { parsePage, type Page } from '../form/page.ts';
import { FormatError } from '../seal/bytes.ts';

// The one block of sealer.html that the desk fills in: spec/sealer.md. All else of the file is the same for every desk.

export const BLOCK_ID = 'watchword-sealer';
const FORMAT = 'watchword.sealer/1';
const WORDS = 6;

export interface Block {
  readonly desk: string;
  /** The root's fingerprint. */
  readonly words: readonly string[];
  /** Of the desk, the first one first. */
  readonly languages: readonly string[];
  /** The courier bundle as it was signed. */
  readonly bundle: Uint8Array<ArrayBuffer>;
  readonly page: Page;
}

/** Reads the block; what is missing there means that the file is damaged. */
export function parseBlock(json: string): Block {
  const data = JSON.parse(json) as Record<string, unknown>;
  if (data['format'] !== FORMAT) throw new FormatError('sealer block has another format');
  const { desk, bundle } = data;
  const words = strings(data['words']);
  const languages = strings(data['languages']);
  if (typeof desk !== 'string' || typeof bundle !== 'string' || words.length !== WORDS || languages.length === 0) {
    throw new FormatError('sealer block is not whole');
  }
  return { desk, words, languages, bundle: new Uint8Array(base64.decode(bundle)), page: parsePage(JSON.stringify(data['page'])) };
}

function strings(value: unknown): readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string') ? value : [];
}
