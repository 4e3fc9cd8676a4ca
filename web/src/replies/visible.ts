// What somebody wrote, with every character that hides or turns words spelled out. Text alone: nothing in it becomes a link.

/** As core's markup has it: formats, controls, unassigned and private characters, letters that show nothing, variation selectors. */
const HIDDEN = /(?![\n\t\ufe0f])[\p{Cf}\p{Cc}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Cn}\u034f\u115f\u1160\u2800\u3164\uffa0\ufe00-\ufe0e\u{e0100}-\u{e01ef}]/gu;

const NAMES: Readonly<Record<number, string>> = {
  0x00ad: 'SHY', 0x061c: 'ALM', 0x200b: 'ZWSP', 0x200c: 'ZWNJ', 0x200d: 'ZWJ', 0x200e: 'LRM', 0x200f: 'RLM', 0x202a: 'LRE', 0x202b: 'RLE',
  0x202c: 'PDF', 0x202d: 'LRO', 0x202e: 'RLO', 0x2060: 'WJ', 0x2066: 'LRI', 0x2067: 'RLI', 0x2068: 'FSI', 0x2069: 'PDI', 0xfeff: 'BOM',
};

export function visible(text: string): string {
  return text.replace(HIDDEN, (hidden) => {
    const point = hidden.codePointAt(0) as number;
    return `⟦${NAMES[point] ?? `U+${point.toString(16).toUpperCase().padStart(4, '0')}`}⟧`;
  });
}
