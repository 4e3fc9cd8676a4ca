import { bundlePath, BundleRefused, type COURIER_DAYS, epochDayOf, runsOutAt, verifyBundle, type Bundle, type Root } from '../seal/bundle.ts';
import { random, type Bytes } from '../seal/bytes.ts';
import { drawLane, seal } from '../seal/envelope.ts';
import { closes, STOP_PATH } from '../seal/stop.ts';
import { hourOf, NO_PROOF, workProof } from '../seal/work.ts';

// From a report's content to the hub's 204: the same sealed bytes, repeated until they are taken or their bundle has run out.

export type State =
  | { readonly type: 'trying'; readonly nextTry: number | null }
  | { readonly type: 'sent' }
  | { readonly type: 'closed' }
  | { readonly type: 'refused'; readonly reason: RefusedReason; readonly nextTry: number | null };

/** `full`: no free slot now. `not-taken`: the hub wants other bytes. `no-keys`, `bad-keys`: nothing was sealed. */
export type RefusedReason = 'full' | 'not-taken' | 'no-keys' | 'bad-keys';

/** A whole answer: its body has been read, so that no connection stays open behind it. */
export interface Answer {
  readonly status: number;
  readonly bytes: Bytes;
}

/** What sending touches, handed in so that a test can be the network and the clock. */
export interface World {
  get(path: string): Promise<Answer>;
  post(path: string, body: Bytes): Promise<number>;
  now(): number;
  /** Resolves after the time, when `wake` is called, or, where the hub was unreachable, when the network comes back. */
  sleep(millis: number, unreachable: boolean): { readonly done: Promise<void>; wake(): void };
  random(): number;
  /** Only the offline sealer has one: how many days its bundle is of. A page's is of one. */
  readonly days?: typeof COURIER_DAYS;
  /** Only the offline sealer has one: what it hands out when a report is done. */
  handed?(): readonly Node[];
}

/** Doubled from two seconds to a minute: a bad network at night comes and goes. */
const FIRST_WAIT = 2_000;
const LONGEST_WAIT = 60_000;
/** A full hub empties with its next tick, a minute later. */
const FULL_WAIT = 60_000;

/** Sends one report; `tell` hears every change of state. */
export class Sending {
  private sealed: { readonly body: Bytes; readonly workBits: number; readonly until: number } | null = null;
  private proof: { readonly hour: number; nonce: string } | null = null;
  private sleeping: { wake(): void } | null = null;
  private stopped = false;

  constructor(
    private readonly content: Uint8Array,
    private readonly root: Root,
    private readonly world: World,
    private readonly tell: (state: State) => void,
    /** To which it is sealed; drawn where it is not given, or is none of the bundle's. */
    public lane?: number,
  ) {}

  /** Resolves when the hub has the report, or when trying on by itself is of no use; run again, it goes on with the same bytes. */
  async run(): Promise<void> {
    let wait = FIRST_WAIT;
    for (;;) {
      this.tell({ type: 'trying', nextTry: null });
      const outcome = await this.attempt();
      if (outcome === 'taken') return this.tell({ type: 'sent' });
      if (outcome === 'closed') return this.tell({ type: 'closed' });
      if (outcome !== 'full' && outcome !== 'unreachable') {
        return this.tell({ type: 'refused', reason: outcome, nextTry: null });
      }
      const millis = this.scatter(outcome === 'full' ? FULL_WAIT : wait);
      const nextTry = this.world.now() + millis;
      this.tell(outcome === 'full' ? { type: 'refused', reason: 'full', nextTry } : { type: 'trying', nextTry });
      wait = Math.min(wait * 2, LONGEST_WAIT);
      const sleep = this.world.sleep(millis, outcome === 'unreachable');
      this.sleeping = sleep;
      await sleep.done;
      this.sleeping = null;
      if (this.stopped) return;
    }
  }

  /** Sends no further copy; one under way may still arrive. */
  stop(): void {
    this.stopped = true;
    this.sleeping?.wake();
  }

  /** Does not wait for the next try. */
  tryNow(): void {
    this.sleeping?.wake();
  }

  private async attempt(): Promise<'taken' | 'closed' | 'unreachable' | RefusedReason> {
    try {
      if (this.sealed === null || this.world.now() > this.sealed.until) {
        if (await isClosed(this.world, this.root)) return 'closed';
        this.sealed = await this.sealOnce();
      }
      // The proof may be what was wrong: a device's clock that is off by an hour spoils it. Without one, once.
      for (let nonce = await this.nonce(); ; nonce = this.proof!.nonce = NO_PROOF) {
        // Sealing and its proof can take minutes on an old phone, waiting for the network hours, and one post a minute.
        if (await isClosed(this.world, this.root)) return 'closed';
        const status = await this.world.post(`report/${nonce}`, this.sealed.body);
        if (status === 204) return 'taken';
        if (status === 503) return 'full';
        // A proxy that stands in for the hub answers 5xx of its own.
        if (status !== 400) return 'unreachable';
        if (nonce === NO_PROOF) return 'not-taken';
      }
    } catch (error) {
      if (error instanceof BundleRefused) return error.reason === 'date' ? 'no-keys' : 'bad-keys';
      if (error instanceof TypeError || error instanceof Unreachable) return 'unreachable';
      throw error;
    }
  }

  private async sealOnce(): Promise<{ body: Bytes; workBits: number; until: number }> {
    const bundle = await todaysBundle(this.world, this.root);
    const lanes = bundle.laneKeys.length;
    const lane = this.lane !== undefined && this.lane < lanes ? this.lane : drawLane(lanes);
    this.lane = lane;
    this.proof = null;
    return { body: await seal(this.content, bundle, random, lane), workBits: bundle.workBits, until: runsOutAt(bundle) };
  }

  /** A proof is bound to the hour, so one that waited is made again. */
  private async nonce(): Promise<string> {
    const hour = hourOf(this.world.now());
    if (this.proof?.hour !== hour) {
      const { body, workBits } = this.sealed!;
      this.proof = { hour, nonce: await workProof(body, hour, workBits) };
    }
    return this.proof.nonce;
  }

  /** Half to one and a half times, so that senders do not come back in step. */
  private scatter(millis: number): number {
    return Math.round(millis * (0.5 + this.world.random()));
  }
}

class Unreachable extends Error {}

/** Whether the root has closed this desk: what it did not sign closes nothing, whoever serves it. */
export async function isClosed(world: World, root: Root): Promise<boolean> {
  const answer = await world.get(STOP_PATH);
  return answer.status === 200 && closes(answer.bytes, root);
}

/** The bundle of the device's day, verified; the only thing that a report is ever sealed to. */
export async function todaysBundle(world: World, root: Root): Promise<Bundle> {
  const answer = await world.get(bundlePath(epochDayOf(world.now())));
  if (answer.status === 404) throw new BundleRefused('date', 'no bundle for this day');
  if (answer.status !== 200) throw new Unreachable();
  return verifyBundle(answer.bytes, root, world.now(), world.days);
}

/** The browser: same origin, no cookie, no referrer, no redirect, nothing from or for its cache. `base` is the hub's root. */
export function browserWorld(base: string): World {
  const quiet: RequestInit = {
    cache: 'no-store', credentials: 'omit', mode: 'same-origin', redirect: 'error', referrerPolicy: 'no-referrer',
  };
  return {
    get: async (path) => {
      const answer = await fetch(new URL(path, base), quiet);
      return { status: answer.status, bytes: new Uint8Array(await answer.arrayBuffer()) };
    },
    post: async (path, body) => (await fetch(new URL(path, base), { ...quiet, method: 'POST', body })).status,
    now: () => Date.now(),
    sleep: (millis, unreachable) => {
      let wake = () => {};
      const done = new Promise<void>((resolve) => {
        wake = resolve;
        setTimeout(resolve, millis);
        if (unreachable) addEventListener('online', wake);
      }).finally(() => removeEventListener('online', wake));
      return { done, wake };
    },
    random: () => Math.random(),
  };
}
