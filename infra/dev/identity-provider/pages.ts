import type { Account } from './accounts.js';

/** Text that may come from anybody, made safe to stand in HTML. */
export function escapeHtml(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>
  body { font: 1rem/1.5 system-ui, sans-serif; margin: 0; background: #f3f3f3; color: #1b1b1b; }
  main { max-width: 34rem; margin: 2rem auto; padding: 1.5rem; background: #fff; border: 1px solid #d0d0d0; }
  label { display: block; margin-top: 1rem; font-weight: 600; }
  input { box-sizing: border-box; width: 100%; padding: .6rem; font: inherit; border: 1px solid #595959; }
  button { margin-top: 1.25rem; padding: .6rem 1.2rem; font: inherit; border: 1px solid #154273; cursor: pointer; }
  button[type=submit] { background: #154273; color: #fff; }
  :focus-visible { outline: 3px solid #0b71a1; outline-offset: 2px; }
  [role=alert] { padding: .75rem; border: 2px solid #b3261e; }
  ul { list-style: none; padding: 0; }
  li button { width: 100%; margin: .25rem 0; text-align: left; background: #fff; color: #154273; }
  li span { display: block; color: #454545; }
</style>
</head>
<body><main>${body}</main></body>
</html>`;
}

function demoAccounts(accounts: readonly Account[]): string {
  if (accounts.length === 0) return '';
  const items = accounts.map(
    (account) =>
      `<li><button type="button" data-email="${escapeHtml(account.email)}" data-password="${escapeHtml(account.password)}">` +
      `${escapeHtml(account.name)}<span>${escapeHtml(account.description)}</span></button></li>`,
  );
  return `<h2>Demo-accounts</h2>
<p>Kies een account om het formulier in te vullen.</p>
<ul>${items.join('')}</ul>
<script>
for (const button of document.querySelectorAll('[data-email]')) button.addEventListener('click', () => {
  document.getElementById('email').value = button.dataset.email;
  document.getElementById('password').value = button.dataset.password;
  document.getElementById('submit').focus();
});
</script>`;
}

/** The login page. `failed` is the address of an attempt that did not succeed, to keep it in the form. */
export function loginPage(action: string, accounts: readonly Account[], failed?: string): string {
  const message =
    failed === undefined ? '' : '<p role="alert">E-mailadres of wachtwoord klopt niet. Probeer het opnieuw.</p>';
  return page(
    failed === undefined ? 'Inloggen – Data Lab Overlast' : 'Fout bij inloggen – Data Lab Overlast',
    `<h1>Inloggen</h1>
<p>Data Lab Overlast, ontwikkelomgeving</p>
${message}
<form method="post" action="${escapeHtml(action)}">
  <label for="email">E-mail</label>
  <input id="email" name="email" type="email" autocomplete="username" required value="${escapeHtml(failed ?? '')}">
  <label for="password">Wachtwoord</label>
  <input id="password" name="password" type="password" autocomplete="current-password" required>
  <button id="submit" type="submit">Inloggen</button>
</form>
${demoAccounts(accounts)}`,
  );
}

/** Asks whether to sign out. A client that shows whose session it ends (`known`) has asked already: that form sends itself. */
export function logoutPage(form: string, known: boolean): string {
  const send = "<script>document.querySelector('[name=logout]').click()</script>";
  return page(
    'Uitloggen – Data Lab Overlast',
    `<h1>Uitloggen</h1>
${form}
<button type="submit" form="op.logoutForm" name="logout" value="yes">Uitloggen</button>
<button type="submit" form="op.logoutForm">Ingelogd blijven</button>
${known ? send : ''}`,
  );
}

/** Asks for the code that the command line shows. */
export function deviceCodePage(form: string, failed: boolean): string {
  return page(
    'Aanmelden vanaf de opdrachtregel – Data Lab Overlast',
    `<h1>Aanmelden vanaf de opdrachtregel</h1>
${failed ? '<p role="alert">Deze code klopt niet of is verlopen.</p>' : ''}
<p>Vul de code in die u daar ziet.</p>
${form}
<button type="submit" form="op.deviceInputForm">Verder</button>`,
  );
}

/** Shows the code again: whoever did not ask for it must not confirm it. */
export function deviceConfirmPage(form: string, userCode: string): string {
  return page(
    'Aanmelden bevestigen – Data Lab Overlast',
    `<h1>Aanmelden bevestigen</h1>
<p>Staat deze code ook op uw opdrachtregel? Zo niet, stop dan: iemand anders probeert met uw account aan te melden.</p>
<p><strong>${escapeHtml(userCode)}</strong></p>
${form}
<button type="submit" form="op.deviceConfirmForm">Ja, aanmelden</button>
<button type="submit" form="op.deviceConfirmForm" name="abort" value="yes">Nee, stoppen</button>`,
  );
}

/** A page that only says something. */
export function messagePage(title: string, text: string): string {
  return page(title, `<h1>${escapeHtml(title)}</h1><p>${escapeHtml(text)}</p>`);
}
