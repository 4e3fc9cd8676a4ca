// What the page's own scripts load later, from beside themselves: only what it was when they were built.
// The page names the first script and its words by their hashes, that script the next ones: nothing that is changed under way runs or speaks.

/** A JSON file of that hash (`sha256-⟨base64⟩`); of any other the browser gives nothing. */
export async function jsonBeside(name: string, integrity: string | undefined, script: string): Promise<unknown> {
  if (!integrity) throw new TypeError('no hash');
  const answer = await fetch(new URL(name, script), { integrity, credentials: 'omit', referrerPolicy: 'no-referrer' });
  if (!answer.ok) throw new TypeError(name);
  return answer.json();
}

/**
 * Fetches a script and checks its hash; an `import()` of the same address then takes what was checked and fetches nothing.
 * A browser that cannot check, older than 2023, loads none.
 */
export function scriptBeside(name: string, integrity: string, script: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const link = Object.assign(document.createElement('link'), {
      rel: 'modulepreload', integrity, href: new URL(name, script).href, onload: resolve, onerror: reject,
    });
    if (!link.relList.supports(link.rel)) return reject(new TypeError(name));
    document.head.append(link);
  });
}
