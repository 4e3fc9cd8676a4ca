// Keys, the lock's countdown, and nothing else: pages work without this file.
"use strict";

const POKE_MS = 60_000;
let lockAt = 0;
let poked = Date.now();

const at = (id) => document.getElementById(id);
const queue = () => [...document.querySelectorAll("#queue a")];

function typing(target) {
  return target instanceof HTMLElement && target.closest("input:not([type=radio]):not([type=checkbox]), textarea, select") !== null;
}

function move(step) {
  const links = queue();
  const now = links.findIndex((link) => link === document.activeElement);
  const open = links.findIndex((link) => link.hasAttribute("aria-current"));
  const next = now >= 0 ? now + step : Math.max(0, open) + (document.activeElement === document.body && open >= 0 ? step : 0);
  links[Math.max(0, Math.min(links.length - 1, next))]?.focus();
}

/** Opens a folded act and puts the mark into its first field. */
function unfold(id) {
  const details = at(id);
  if (details instanceof HTMLDetailsElement) {
    details.open = true;
    details.scrollIntoView({ block: "nearest" });
    details.querySelector("select, input:not([type=hidden]), textarea, button")?.focus();
  }
}

const KEYS = {
  j: () => move(1),
  k: () => move(-1),
  o: () => (queue().includes(document.activeElement) ? document.activeElement : queue()[0])?.click(),
  f: () => unfold("finding"),
  s: () => unfold("same"),
  d: () => unfold("same"),
  i: () => unfold("series"),
  a: () => unfold("aside"),
  p: () => unfold("publish"),
  c: () => at("key-c")?.focus(),
  r: () => at("key-r")?.focus(),
  u: () => at("key-u")?.focus(),
  v: () => at("key-v")?.click(),
  l: () => at("lock")?.requestSubmit(),
  "?": () => at("keys")?.showModal(),
};

document.addEventListener("keydown", (event) => {
  poke();
  if (event.key === "Escape" && typing(event.target)) {
    event.target.blur();
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target) || at("keys")?.open) {
    return;
  }
  const act = KEYS[event.key];
  if (act && at("lock") !== null) {
    event.preventDefault();
    act();
  }
});

/** Whoever types or points is not idle; the desk hears of it once a minute at most. */
function poke() {
  const token = document.querySelector("#lock input[name=token]");
  if (token instanceof HTMLInputElement && Date.now() - poked > POKE_MS) {
    poked = Date.now();
    fetch("/alive", { method: "POST", body: new URLSearchParams({ token: token.value }) }).then(heard, () => {});
  }
}

function heard(answer) {
  const seconds = Number(answer.headers.get("Watchword-Idle"));
  if (seconds > 0) {
    lockAt = Date.now() + seconds * 1000;
  }
}

function countDown() {
  const idle = at("idle");
  if (idle === null) {
    return;
  }
  const left = Math.max(0, Math.round((lockAt - Date.now()) / 1000));
  idle.textContent = left > 60 ? `locks in ${Math.ceil(left / 60)} min` : `locks in ${left} s`;
  idle.classList.toggle("soon", left <= 60);
  if (left === 0) {
    location.assign("/unlock");
  }
}

document.addEventListener("pointerdown", poke);
document.addEventListener("DOMContentLoaded", start);

function start() {
  const idle = at("idle");
  if (idle !== null) {
    lockAt = Date.now() + Number(idle.dataset.seconds) * 1000;
    setInterval(countDown, 1000);
  }
  at("show-keys")?.addEventListener("click", () => at("keys")?.showModal());
  document.querySelector("#queue a[aria-current]")?.scrollIntoView({ block: "nearest" });
  // Another window of the same member may have kept the console open.
  document.addEventListener("htmx:afterRequest", (event) => {
    const seconds = Number(event.detail.xhr?.getResponseHeader("Watchword-Idle"));
    if (seconds > 0) {
      lockAt = Date.now() + seconds * 1000;
    }
  });
}
