import type { Root } from '../seal/bundle.ts';
import type { Bytes } from '../seal/bytes.ts';
import { Sending, type State, type World } from './send.ts';

// A report's words and its photos, each in an envelope of its own: the words first and alone, the photos when the hub has them.

/** What became of each part: the words, then the photos; a photo not begun is waiting its turn. */
export class Consignment {
  readonly states: State[];
  /** One for each part, kept: a part is sealed once, however often it is tried. */
  private readonly sendings: Sending[] = [];
  private current: Sending | null = null;
  private lane: number | undefined;
  private stopped = false;
  private wake = () => {};

  constructor(
    private readonly parts: readonly Bytes[],
    private readonly root: Root,
    private readonly world: World,
    /** Hears the state that matters most now. */
    private readonly tell: (state: State) => void,
  ) {
    this.states = parts.map(() => ({ type: 'trying', nextTry: null }));
  }

  /** Whether the hub has the words: from then on they are never sent again. */
  get wordsTaken(): boolean {
    return this.states[0]?.type === 'sent';
  }

  /** Resolves when the hub has all of it, it was stopped, or the desk is closed; what was refused for good waits to be tried again. */
  async run(): Promise<void> {
    for (;;) {
      for (const [index, part] of this.parts.entries()) {
        if (this.states[index]?.type === 'sent') continue;
        // To one lane: whoever may read the words may see the photos, and nobody else.
        const sending = this.sendings[index] ??= new Sending(part, this.root, this.world, (state) => this.heard(index, state), this.lane);
        this.current = sending;
        await sending.run();
        this.lane = sending.lane;
        if (this.stopped || this.states[index]?.type === 'closed') return;
        if (!this.wordsTaken) break;
      }
      if (this.states.every(({ type }) => type === 'sent')) return;
      await new Promise<void>((resolve) => { this.wake = resolve; });
      if (this.stopped) return;
    }
  }

  /** Does not wait for the next try. */
  tryNow(): void {
    this.current?.tryNow();
    this.wake();
  }

  /** Sends no further copy; one under way may still arrive. */
  stop(): void {
    this.stopped = true;
    this.current?.stop();
    this.wake();
  }

  private heard(index: number, state: State): void {
    this.states[index] = state;
    const open = this.states.filter(({ type }) => type !== 'sent');
    // While a photo is under way or waits its turn, another's refusal for good is not the news.
    this.tell(!this.wordsTaken || state.type === 'closed' || goesOn(state) ? state : open.find(goesOn) ?? open[0] ?? state);
  }
}

/** Whether it will be tried again without anybody's help. */
export function goesOn(state: State): boolean {
  return state.type === 'trying' || (state.type === 'refused' && state.nextTry !== null);
}
