// The only hosts a page may be on. content/guide/links.yaml lists the pages; a new host is a change of code.

const HOSTS: ReadonlySet<string> = new Set([
  'chatgpt.com',
  'platform.openai.com',
  'privacy.openai.com',
  'help.openai.com',
  'openai.com',
  'apps.apple.com',
  'reportaproblem.apple.com',
  'play.google.com',
  'support.google.com',
  'quitgpt.org',
  'claude.com',
  'confer.to',
  'duck.ai',
  'lumo.proton.me',
  'proton.me',
  'www.librechat.ai',
  'docs.openwebui.com',
  'help.obsidian.md',
  'jan.ai',
  'lmstudio.ai',
  // Pages on which to write a text: content/guide/places.yaml.
  'x.com',
  'bsky.app',
  'www.threads.com',
  'www.reddit.com',
  'wa.me',
]);

/** Why an address may not be opened, or `undefined` when it may: https, a known host, no user, password or port. */
export function refusalOf(
  address: string,
): 'not-an-address' | 'not-https' | 'unknown-host' | 'credentials-or-port' | undefined {
  if (!URL.canParse(address)) return 'not-an-address';
  const url = new URL(address);
  if (url.protocol !== 'https:') return 'not-https';
  if (url.username !== '' || url.password !== '' || url.port !== '') return 'credentials-or-port';
  return HOSTS.has(url.hostname) ? undefined : 'unknown-host';
}
