// An export as the Privacy Portal delivers it: a ZIP with ZIPs and private tables in it.
import { SECOND } from '../edit';
import type { Small } from '../edit';
import { rawZip } from '../raw-zip';
import type { RawEntry } from '../raw-zip';

/** Private paths of the portal, for those who look at what was read. */
export const PORTAL_PRIVATE = [
  'Financial/Charge History.csv',
  'Financial/Payments Invoices.csv',
  'Contact Info/Contact Info.csv',
  'User Profile/Payments Customer Profile.csv',
] as const;

const SECRET = 'Card ending 4242, Ana Canary, 1 Secret Street';

/** What lies in the portal's ZIP: inner ZIPs and private tables. */
export function portalEntries(
  small: Small,
  { stored = true, parts = 1, inner = (zip) => zip, crc, isPrivateBroken = false }: PortalOptions = {},
): readonly RawEntry[] {
  const online = (kind: string, part: number): string =>
    `User Online Activity/${kind}__user-abc-chatgpt-${parts > 1 ? 'part-' : ''}000${part}.zip`;
  const [assets, rest] = [
    small.entries.filter(({ path }) => path.endsWith('.dat')),
    small.entries.filter(({ path }) => !path.endsWith('.dat')),
  ];
  const half = rest.findIndex(({ path }) => path === SECOND);
  const pieces = parts > 1 ? [rest.slice(0, half), rest.slice(half)] : [rest];
  const secret = (path: string): RawEntry => ({
    path,
    bytes: Buffer.from(SECRET),
    ...(isPrivateBroken ? { lie: { crc: 1, packed: Buffer.alloc(60, 0xff) } } : {}),
  });
  return [
    secret(PORTAL_PRIVATE[0]),
    ...pieces.map((piece, at): RawEntry => ({
      path: online('Conversations', at + 1),
      bytes: inner(rawZip(piece)),
      stored,
      ...(crc === undefined ? {} : { lie: { crc } }),
    })),
    ...(assets.length > 0 ? [{ path: online('Files', 1), bytes: rawZip(assets), stored }] : []),
    {
      path: 'User Online Activity/Ads__user-abc.zip',
      bytes: rawZip([{ path: 'ads.json', bytes: Buffer.from('{}') }]),
      stored,
    },
    ...PORTAL_PRIVATE.slice(1).map(secret),
    { path: 'report.html', bytes: Buffer.from(`<p>${SECRET}</p>`) },
  ];
}

type PortalOptions = {
  readonly stored?: boolean;
  readonly parts?: number;
  readonly inner?: (zip: Buffer) => Buffer;
  readonly crc?: number;
  readonly isPrivateBroken?: boolean;
};

export function portal(small: Small, options: PortalOptions = {}): Small {
  return { ...small, entries: portalEntries(small, options) };
}
