// A bulletin's page as the board makes it, for looking at its style. Not shipped.

export function bulletinPage(): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>Explosions heard near Dal – Watch of Lorne</title>
<link rel="stylesheet" href="assets/board.css">
</head>
<body>
<header class="masthead">
  <div><p class="name"><a href="/">Watch of Lorne</a></p><p class="meta">22 Nov 2026, 16:45 GMT+3</p></div>
</header>
<main>
  <article class="page">
    <h1>Explosions heard near Dal</h1>
    <p><span class="status status-confirmed">Confirmed</span></p>
    <p class="lead">Heard between 10 and 12, published 16:40, near Dal (30 km). Very likely (80–95 %): five independent origins, one of
      them found on a photo by two members.</p>
    <p class="danger">Stay away from the railway bridge until 18:00.</p>
    <h2>What would change it</h2>
    <p>A denial from somebody who was there between 10 and 12.</p>
    <details><summary>How we know</summary>
      <ul><li>Five reports that go back to five observations.</li><li>A photo whose place two members found.</li></ul></details>
    <h2>History</h2>
    <ol class="history">
      <li><time>16:40</time><div><span class="status status-confirmed">Confirmed</span> Explosions heard near Dal</div></li>
      <li><time>13:15</time><div><span class="status status-unconfirmed">Unconfirmed</span> Reports of explosions near Dal</div></li>
      <li><time>11:30</time><div><span class="status status-not-confirmed">Not confirmed</span> We do not confirm explosions in Lornewick</div></li>
    </ol>
    <details><summary>Check this page</summary><p>Its hash is in <a href="manifest.json">manifest.json</a>, signed by the board key.</p></details>
  </article>
</main>
<footer class="foot"><p>Check these six words with somebody you trust:
<span class="fingerprint">abandon ability able about above absent</span></p>
<a href="corrections.html">Corrections</a><a href="now.atom">Feed</a></footer>
</body>
</html>`;
}
